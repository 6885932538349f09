package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.time.Ids;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Protected fields of a record, opened for some minutes: 200 with the values, or 202 where somebody has to agree first. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/reveal")
public class RevealResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final Reveals reveals;

    RevealResource(Callers callers, CompiledForms forms, Reveals reveals) {
        this.callers = callers;
        this.forms = forms;
        this.reveals = reveals;
    }

    /** @param body {@code {"fields", "purpose", "reason", "task"?}}, or {@code {"request"}} to open by what was asked before */
    @POST
    public Uni<Response> reveal(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        UUID record = RequestBody.recordId(id);
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = RequestBody.object(body, findings);
        Optional<UUID> request = named(sent, "request", findings);
        if (request.isPresent()) {
            RequestBody.only(sent, findings, "request");
            RequestBody.refuse(findings);
            return forms.using(
                            actor.tenant(),
                            app,
                            form,
                            compiled -> reveals.reveal(actor, compiled, record, request.get(), language))
                    .map(RevealResource::answer);
        }
        RequestBody.only(sent, findings, "fields", "purpose", "reason", "task");
        Optional<UUID> task = named(sent, "task", findings);
        List<String> fields = new ArrayList<>();
        sent.path("fields").forEach(field -> fields.add(field.asText()));
        RequestBody.refuse(findings);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> reveals.reveal(
                                actor,
                                new RevealFields(
                                        compiled,
                                        record,
                                        fields.stream().distinct().toList(),
                                        sent.path("purpose").asText(""),
                                        sent.path("reason").asText(""),
                                        task,
                                        Optional.empty()),
                                language))
                .map(RevealResource::answer);
    }

    private static Response answer(Reveals.Outcome outcome) {
        return UnkeptAnswer.of(outcome.open() ? Response.Status.OK : Response.Status.ACCEPTED, outcome.body());
    }

    private static Optional<UUID> named(JsonNode sent, String key, List<Finding> findings) {
        if (sent.path(key).isMissingNode()) {
            return Optional.empty();
        }
        Optional<UUID> id = Ids.parse(sent.path(key).asText());
        if (id.isEmpty()) {
            findings.add(Finding.error("request.type", "/" + key, Map.of("expected", "uuid")));
        }
        return id;
    }
}
