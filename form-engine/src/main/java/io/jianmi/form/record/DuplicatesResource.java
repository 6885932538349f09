package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.time.Ids;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whether other records hold what is being typed, over HTTP. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/duplicates")
public class DuplicatesResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final Duplicates duplicates;

    DuplicatesResource(Callers callers, CompiledForms forms, Duplicates duplicates) {
        this.callers = callers;
        this.forms = forms;
        this.duplicates = duplicates;
    }

    @POST
    @OpenToClients
    public Uni<Response> find(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        JsonNode document = RequestBody.object(body, findings);
        ObjectNode data = RequestBody.data(document, "data", "/data", findings);
        Optional<UUID> except = except(document, findings);
        RequestBody.only(document, findings, "data", "except");
        RequestBody.refuse(findings);
        return forms.using(actor.tenant(), app, form, compiled -> duplicates.find(actor, compiled, data, except))
                .map(UnkeptAnswer::ok);
    }

    private static Optional<UUID> except(JsonNode body, List<Finding> findings) {
        JsonNode sent = body.path("except");
        if (sent.isMissingNode() || sent.isNull()) {
            return Optional.empty();
        }
        Optional<UUID> id = Ids.parse(sent.asText());
        if (id.isEmpty()) {
            findings.add(Finding.error("request.type", "/except", Map.of("expected", "uuid")));
        }
        return id;
    }
}
