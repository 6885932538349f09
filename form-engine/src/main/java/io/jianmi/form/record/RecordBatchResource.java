package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Many records at once over HTTP: changing, deleting, restoring, taking back. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records")
public class RecordBatchResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final RecordBatches batches;

    RecordBatchResource(Callers callers, CompiledForms forms, RecordBatches batches) {
        this.callers = callers;
        this.forms = forms;
        this.batches = batches;
    }

    @POST
    @OpenToClients
    @Path("batch-update")
    public Uni<ObjectNode> update(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        JsonNode document = RequestBody.object(body, findings);
        List<UUID> ids = RequestBody.ids(document, findings);
        Map<UUID, Integer> versions = RequestBody.versions(document, ids, findings);
        ObjectNode data = RequestBody.data(document, "data", "/data", findings);
        RequestBody.only(document, findings, "ids", "versions", "data");
        RequestBody.refuse(findings);
        return forms.using(actor.tenant(), app, form, compiled -> batches.update(actor, compiled, ids, versions, data))
                .map(RecordBatchResource::answer);
    }

    @POST
    @OpenToClients
    @Path("batch-delete")
    public Uni<ObjectNode> delete(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            JsonNode body) {
        return trash(tenant, app, form, body, false);
    }

    @POST
    @OpenToClients
    @Path("batch-restore")
    public Uni<ObjectNode> restore(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            JsonNode body) {
        return trash(tenant, app, form, body, true);
    }

    private Uni<ObjectNode> trash(String tenant, String app, String form, JsonNode body, boolean restore) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        JsonNode document = RequestBody.object(body, findings);
        List<UUID> ids = RequestBody.ids(document, findings);
        RequestBody.only(document, findings, "ids");
        RequestBody.refuse(findings);
        return forms.using(actor.tenant(), app, form, compiled -> batches.trash(actor, compiled, ids, restore))
                .map(RecordBatchResource::answer);
    }

    @POST
    @Path("batches/{batch}/undo")
    public Uni<ObjectNode> undo(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("batch") String batch) {
        Actor actor = callers.in(tenant);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> batches.undo(actor, compiled, RequestBody.recordId(batch)))
                .map(done -> Records.answer(done.ids()));
    }

    private static ObjectNode answer(RecordBatches.Done done) {
        return Records.answer(done.ids())
                .put("undo", done.undo().map(UUID::toString).orElse(null));
    }
}
