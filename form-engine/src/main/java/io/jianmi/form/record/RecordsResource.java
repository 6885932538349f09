package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.identity.Simulable;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.query.RecordListRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records over HTTP, as the contract says. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records")
public class RecordsResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final Records records;
    private final RecordComputing computing;

    RecordsResource(Callers callers, CompiledForms forms, Records records, RecordComputing computing) {
        this.callers = callers;
        this.forms = forms;
        this.records = records;
        this.computing = computing;
    }

    @POST
    @OpenToClients
    public Uni<Response> create(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @HeaderParam("Prefer") @Nullable String prefer,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        ObjectNode data = RequestBody.data(RequestBody.object(body, findings), "data", "/data", findings);
        boolean submit = RequestBody.flag(body, "submit", true, findings);
        Optional<List<String>> to = chosen(body, submit, findings);
        RequestBody.only(body, findings, "data", "submit", "to");
        RequestBody.refuse(findings);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> records.create(
                                actor,
                                new CreateRecord(
                                                compiled, List.of(data), submit, true, Optional.ofNullable(idempotency))
                                        .choosing(to),
                                Preference.wait(prefer)))
                .map(record -> VersionedAnswer.unkept(Response.Status.CREATED, record));
    }

    @POST
    @OpenToClients
    @Path("batch")
    public Uni<ObjectNode> createBatch(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = RequestBody.object(body, findings).path("records");
        List<ObjectNode> all = new ArrayList<>();
        if (!sent.isArray() || sent.isEmpty() || sent.size() > RequestBody.BATCH) {
            findings.add(Finding.error("request.batch-size", "/records"));
        } else {
            for (int i = 0; i < sent.size(); i++) {
                all.add(RequestBody.data(sent.get(i), "data", "/records/" + i + "/data", findings));
                RequestBody.only(sent.get(i), "/records/" + i, findings, "data");
            }
        }
        boolean submit = RequestBody.flag(body, "submit", true, findings);
        RequestBody.only(body, findings, "records", "submit");
        RequestBody.refuse(findings);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> records.createAll(
                                actor,
                                new CreateRecord(compiled, all, submit, false, Optional.ofNullable(idempotency))))
                .map(Records::answer);
    }

    @GET
    @OpenToClients
    @Simulable
    @Path("{id}")
    public Uni<Response> get(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return forms.using(
                        actor.tenant(), app, form, compiled -> records.get(actor, compiled, RequestBody.recordId(id)))
                .map(record -> VersionedAnswer.unkept(Response.Status.OK, record));
    }

    @PATCH
    @OpenToClients
    @Path("{id}")
    public Uni<Response> update(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Prefer") @Nullable String prefer,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        JsonNode document = RequestBody.object(body, findings);
        ObjectNode data =
                document.has("data") ? RequestBody.data(document, "data", "/data", findings) : Json.NODES.objectNode();
        boolean submit = RequestBody.flag(document, "submit", false, findings);
        Optional<List<String>> to = chosen(document, submit, findings);
        RequestBody.only(document, findings, "data", "submit", "to");
        RequestBody.refuse(findings);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> records.conditional(
                                        actor, compiled, RequestBody.recordId(id), ifMatch, "record.update")
                                .chain(version -> records.update(
                                        actor,
                                        new UpdateRecord(
                                                        compiled,
                                                        RecordTargets.one(RequestBody.recordId(id), version),
                                                        data,
                                                        submit,
                                                        none -> List.of())
                                                .choosing(to),
                                        Preference.wait(prefer))))
                .map(record -> VersionedAnswer.unkept(Response.Status.OK, record));
    }

    /** Whom a person has chosen for the next steps; an edit that does not submit need not choose. */
    private static Optional<List<String>> chosen(JsonNode body, boolean submit, List<Finding> findings) {
        List<String> to = RequestBody.words(body, "to", findings);
        return submit || !to.isEmpty() ? Optional.of(to) : Optional.empty();
    }

    @DELETE
    @OpenToClients
    @Path("{id}")
    public Uni<Response> trash(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Actor actor = callers.in(tenant);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> records.conditional(
                                        actor, compiled, RequestBody.recordId(id), ifMatch, "record.trash")
                                .chain(version -> records.trash(
                                        actor,
                                        new TrashRecord(
                                                compiled,
                                                RecordTargets.one(RequestBody.recordId(id), version),
                                                false))))
                .replaceWith(Response.noContent().build());
    }

    @POST
    @OpenToClients
    @Path("{id}/restore")
    public Uni<Response> restore(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> records.restore(
                                actor,
                                new TrashRecord(
                                        compiled,
                                        RecordTargets.one(RequestBody.recordId(id), RecordTargets.ANY),
                                        true)))
                .map(record -> VersionedAnswer.unkept(Response.Status.OK, record));
    }

    @POST
    @OpenToClients
    @Simulable
    @Path("query")
    public Uni<ObjectNode> query(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        JsonNode document =
                body == null || body.isNull() ? Json.NODES.objectNode() : RequestBody.object(body, findings);
        RecordListRequest request = RecordListRequest.parse(document, findings);
        return forms.using(actor.tenant(), app, form, compiled -> records.query(actor, compiled, request, findings));
    }

    @GET
    @WholeList
    @OpenToClients
    @Simulable
    @Path("{id}/history")
    public Uni<ObjectNode> history(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return forms.using(
                actor.tenant(), app, form, compiled -> records.history(actor, compiled, RequestBody.recordId(id)));
    }

    @POST
    @OpenToClients
    @Path("compute")
    public Uni<ObjectNode> compute(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        ObjectNode data = RequestBody.data(RequestBody.object(body, findings), "data", "/data", findings);
        RequestBody.only(body, findings, "data");
        RequestBody.refuse(findings);
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> computing.compute(actor, compiled, data, Preference.language(language)));
    }
}
