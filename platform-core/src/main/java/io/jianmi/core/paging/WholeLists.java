package io.jianmi.core.paging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Cuts the answers of every {@link WholeList} to the page that was asked for. */
@Singleton
public class WholeLists {

    private static final String LIMIT = "limit";
    private static final String AFTER = "after";
    private static final String CUT = "jianmi.cut";

    private final ObjectMapper mapper;

    WholeLists(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Which page, before anything is read. That {@code limit} is a number of items is known of every address. */
    @ServerRequestFilter
    public void ask(ContainerRequestContext request, ResourceInfo route) {
        if (!route.getResourceMethod().isAnnotationPresent(WholeList.class)) {
            return;
        }
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        if (query.containsKey(LIMIT) || query.containsKey(AFTER)) {
            ListCut cut = ListCut.of(query.getFirst(LIMIT), query.getFirst(AFTER))
                    .orElseThrow(
                            () -> ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", AFTER)));
            request.setProperty(CUT, cut);
        }
    }

    @ServerResponseFilter
    public void cut(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(CUT) instanceof ListCut cut
                && response.getStatus() == Response.Status.OK.getStatusCode()) {
            response.setEntity(cut.of((ObjectNode) Json.tree(mapper, response.getEntity())));
        }
    }
}
