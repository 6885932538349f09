package io.jianmi.core.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What an open page is told of: {@code text/event-stream} of JSON objects, each with a {@code type}. */
@Path("/api/v1/events")
public class EventsResource {

    /** No page shows more at once. */
    private static final int MOST = 20;

    private static final Pattern RECORD = Pattern.compile("([^/]+)/([^/]+/[^/]+/[0-9a-f-]{36})");

    private final Callers callers;
    private final OrgDirectory directory;
    private final LiveHub hub;

    EventsResource(Callers callers, OrgDirectory directory, LiveHub hub) {
        this.callers = callers;
        this.directory = directory;
        this.hub = hub;
    }

    /** @param records that the page shows, as {@code tenant/app/form/id}; who may not know of one is told nothing of it */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<ObjectNode> events(@QueryParam("record") List<String> records) {
        MemberId member = callers.id();
        Map<TenantKey, Set<String>> watched = new HashMap<>();
        directory.tenants().stream()
                .filter(tenant -> directory.of(tenant).actor(member).isPresent())
                .forEach(tenant -> watched.put(tenant, new HashSet<>()));
        if (records.size() > MOST) {
            throw refused();
        }
        records.forEach(record -> watch(record, watched));
        return hub.listen(member, watched);
    }

    private static void watch(String record, Map<TenantKey, Set<String>> watched) {
        Matcher parts = RECORD.matcher(record);
        if (!parts.matches()) {
            throw refused();
        }
        TenantKey.parse(parts.group(1)).map(watched::get).ifPresent(addresses -> addresses.add(parts.group(2)));
    }

    private static ProblemException refused() {
        return ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "record"));
    }
}
