package io.jianmi.form.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.identity.Simulable;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Search over all that the caller may see. What is looked for may be personal, so it travels in the body and not in an address. */
@Path("/api/v1/tenants/{tenant}/search")
public class SearchResource {

    private final Callers callers;
    private final Search search;

    SearchResource(Callers callers, Search search) {
        this.callers = callers;
        this.search = search;
    }

    @POST
    @OpenToClients
    @Simulable
    public Uni<Response> search(@PathParam("tenant") String tenant, @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        SearchRequest request = SearchRequest.parse(body, findings);
        RequestBody.refuse(findings);
        return search.of(actor, request).map(UnkeptAnswer::ok);
    }
}
