package io.jianmi.core.audit.inspect;

import io.jianmi.core.audit.AuditExports;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Signed bundles for the offline verifier. */
@Path("/api/v1/tenants/{tenant}/audit/exports")
public class AuditExportResource {

    private final Auditors auditors;
    private final AuditExports exports;
    private final Idempotency once;

    AuditExportResource(Auditors auditors, AuditExports exports, Idempotency once) {
        this.auditors = auditors;
        this.exports = exports;
        this.once = once;
    }

    @POST
    public Uni<RestResponse<AuditViews.ExportView>> create(
            @PathParam("tenant") String tenant, @HeaderParam(Idempotency.HEADER) @Nullable String idempotency) {
        Actor actor = auditors.looking(tenant, "audit/exports", Map.of());
        Optional<Idempotency.Request> request = Idempotency.Request.of(idempotency, "audit/exports", null);
        return once.once(
                        actor,
                        request,
                        made -> found(actor.tenant(), made.get(0).toString()),
                        () -> exports.create(actor, request))
                .map(export -> RestResponse.status(RestResponse.Status.CREATED, view(actor.tenant(), export)));
    }

    @GET
    @Path("{id}")
    public Uni<AuditViews.ExportView> export(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        TenantKey key = auditors.looking(tenant, "audit/exports", Map.of()).tenant();
        return found(key, id).map(export -> view(key, export));
    }

    /**
     * JSON lines: a header, then entries and signed tree heads in the order of the log. Sent as plain bytes: of a type
     * whose name holds {@code application/json} the framework would make one array.
     */
    @GET
    @Path("{id}/file")
    @Produces("application/octet-stream")
    public Multi<Buffer> file(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        TenantKey key = auditors.looking(tenant, "audit/exports/" + uuid(id) + "/file", Map.of())
                .tenant();
        return RestMulti.fromUniResponse(
                found(key, id),
                export -> exports.lines(key, export).map(Buffer::buffer),
                export -> Map.of(
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of("attachment; filename=\"audit-" + key + "-" + export.size() + ".jsonl\"")));
    }

    private Uni<AuditExports.Export> found(TenantKey tenant, String id) {
        return exports.find(tenant, uuid(id))
                .map(export -> export.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    private static UUID uuid(String text) {
        return Ids.parse(text).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }

    private static AuditViews.ExportView view(TenantKey tenant, AuditExports.Export export) {
        String file = "/api/v1/tenants/" + tenant + "/audit/exports/" + export.id() + "/file";
        return new AuditViews.ExportView(export.id(), export.at().toInstant(), "done", export.size(), file);
    }
}
