package io.jianmi.core.identity.signin;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.signin.SessionStore.Session;
import io.jianmi.core.paging.WholeList;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller's own browser sessions. A person signs in once for all tenants; that he ended some is in the log of the one named here. */
@Path("/api/v1/tenants/{tenant}/sessions")
@NonBlocking
public class SessionsResource {

    private final Callers callers;
    private final SessionStore store;
    private final CommandPipeline pipeline;
    private final EndSessions.Handler ending;

    SessionsResource(Callers callers, SessionStore store, CommandPipeline pipeline, EndSessions.Handler ending) {
        this.callers = callers;
        this.store = store;
        this.pipeline = pipeline;
        this.ending = ending;
    }

    /**
     * One session.
     *
     * @param level how strongly it was signed in ({@code acr}), null when not told
     * @param seenAt when it was last used, to some minutes
     * @param current whether this request belongs to it
     */
    public record Item(
            String id,
            String browser,
            String system,
            @Nullable String level,
            Instant signedInAt,
            Instant seenAt,
            Instant endsAt,
            boolean current) {

        static Item of(Session session, Optional<String> current) {
            return new Item(
                    session.id(),
                    session.device().browser(),
                    session.device().system(),
                    session.level().isEmpty() ? null : session.level(),
                    session.signedInAt(),
                    session.seenAt(),
                    session.endsAt(),
                    current.filter(session.id()::equals).isPresent());
        }
    }

    /** All of them on one page, newest first; {@code next} is always null. */
    public record Page(List<Item> items, @Nullable String next) {}

    @GET
    @WholeList
    public Uni<Page> list(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        Optional<String> current = callers.session();
        return store.of(actor.id())
                .map(own -> new Page(
                        own.stream().map(session -> Item.of(session, current)).toList(), null));
    }

    @POST
    @Path("{id}/end")
    public Uni<Response> end(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return run(tenant, EndSessions.one(id));
    }

    @POST
    @Path("end-others")
    public Uni<Response> endOthers(@PathParam("tenant") String tenant) {
        return run(tenant, EndSessions.others(callers.session()));
    }

    private Uni<Response> run(String tenant, EndSessions command) {
        return pipeline.run(ending, command, callers.in(tenant))
                .map(ended -> Response.noContent().build());
    }
}
