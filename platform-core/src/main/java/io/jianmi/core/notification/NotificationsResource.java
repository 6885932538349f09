package io.jianmi.core.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller was told, and by which ways he wants to be told. */
@Path("/api/v1/tenants/{tenant}/notifications")
public class NotificationsResource {

    private final Callers callers;
    private final NotificationDesk desk;

    NotificationsResource(Callers callers, NotificationDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    /** Newest first; {@code next} is null on the last page. */
    public record Page(List<ObjectNode> items, @Nullable String next) {}

    /** Titles of records may be in it, so nobody keeps it. */
    @GET
    public Uni<Response> list(
            @PathParam("tenant") String tenant,
            @QueryParam("unread") @DefaultValue("false") String unread,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        Actor actor = callers.in(tenant);
        PageLimit.check(limit);
        return desk.page(actor, flag(unread), cursor(after), limit, language)
                .map(page -> Response.ok(new Page(page.items(), page.next()))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @GET
    @Path("unread")
    public Uni<ObjectNode> unread(@PathParam("tenant") String tenant) {
        return desk.unread(callers.in(tenant));
    }

    @POST
    @Path("read")
    public Uni<ObjectNode> readAll(@PathParam("tenant") String tenant) {
        return desk.read(callers.in(tenant), Optional.empty());
    }

    @POST
    @Path("{id}/read")
    public Uni<ObjectNode> read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        UUID one = Ids.parse(id).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        return desk.read(actor, Optional.of(one));
    }

    @GET
    @WholeList
    @Path("preferences")
    public Uni<ObjectNode> preferences(@PathParam("tenant") String tenant) {
        return desk.preferences(callers.in(tenant));
    }

    @PUT
    @Path("preferences")
    public Uni<ObjectNode> choose(@PathParam("tenant") String tenant, @Nullable JsonNode body) {
        return desk.choose(callers.in(tenant), body == null ? Json.NODES.nullNode() : body);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("unread");
        };
    }

    private static Optional<UUID> cursor(@Nullable String after) {
        return Optional.ofNullable(after)
                .filter(text -> !text.isEmpty())
                .map(text -> Ids.parse(text).orElseThrow(() -> invalid("after")));
    }

    private static ProblemException invalid(String parameter) {
        return ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", parameter));
    }
}
