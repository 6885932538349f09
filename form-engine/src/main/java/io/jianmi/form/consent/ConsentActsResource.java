package io.jianmi.form.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.privacy.consent.ConsentView;
import io.jianmi.form.record.RequestBody;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people tell the privacy desk: each answer is the event that the ledger has now. */
@Path("/api/v1/tenants/{tenant}/privacy/consents")
public class ConsentActsResource {

    private final Callers callers;
    private final Consents consents;

    ConsentActsResource(Callers callers, Consents consents) {
        this.callers = callers;
        this.consents = consents;
    }

    /** @param body {@code {"subject", "notice", "purpose", "form"?, "field"?, "channel"?}} */
    @POST
    public Uni<Response> give(
            @PathParam("tenant") String tenant,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        return consents.give(actor, body, Optional.ofNullable(idempotency)).map(event -> made(tenant, event));
    }

    /**
     * @param id of the event by which the person agreed
     * @param channel how she said so, where it is known; a parameter, so that nothing need be sent: taking back is as short as giving
     */
    @POST
    @Path("{id}/withdraw")
    public Uni<Response> withdraw(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @QueryParam("channel") @Nullable String channel,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency) {
        Actor actor = callers.in(tenant);
        return consents.withdraw(
                        actor, RequestBody.recordId(id), Optional.ofNullable(channel), Optional.ofNullable(idempotency))
                .map(event -> made(tenant, event));
    }

    /** Nobody keeps what it says of a person (RFC 9111, 5.2.2.5). */
    private static Response made(String tenant, ConsentView event) {
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/tenants/" + tenant + "/privacy/consents/" + event.id())
                .entity(event)
                .header("Cache-Control", "no-store")
                .build();
    }
}
