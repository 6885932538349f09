package io.jianmi.workflow.automation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.webhook.WebhookSource;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.TaskGrant;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.node.AutomationStep;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a webhook of an automation says of its record at the moment it is sent: the fields that the step names, as their tags
 * let them leave (design 4: export, print, mail, webhook). Nothing protected leaves in clear, whoever asked for it.
 */
@Singleton
public final class RecordHooks implements WebhookSource {

    static final String KEY = "workflow";

    private final CompiledForms forms;
    private final WorkflowRecords records;

    public RecordHooks(CompiledForms forms, WorkflowRecords records) {
        this.forms = forms;
        this.records = records;
    }

    @Override
    public String key() {
        return KEY;
    }

    /** The ids that are queued. */
    static ObjectNode about(Standing standing, AutomationStep.Webhook webhook) {
        ObjectNode about = Json.NODES
                .objectNode()
                .put("workflow", standing.instance().workflow().key())
                .put("instance", standing.instance().id().toString())
                .put("node", standing.node())
                .put("form", standing.instance().form())
                .put("record", standing.instance().record().toString());
        webhook.fields().forEach(about.putArray("fields")::add);
        return about;
    }

    @Override
    public Uni<ObjectNode> data(TenantKey tenant, JsonNode about) {
        String form = about.path("form").asText();
        UUID record = UUID.fromString(about.path("record").asText());
        return forms.current(tenant, form)
                .chain(compiled -> records.view(Actor.system(tenant), form, record, grant(compiled, about)))
                .map(view -> message(tenant, about, view));
    }

    private static ObjectNode message(TenantKey tenant, JsonNode about, WorkflowRecords.View view) {
        ObjectNode data = Json.NODES.objectNode().put("tenant", tenant.value());
        data.setAll((ObjectNode) about.deepCopy());
        data.put("version", view.version());
        data.set("fields", view.record().path("data"));
        return data;
    }

    private static TaskGrant grant(CompiledForm form, JsonNode about) {
        Map<String, FieldAccess> fields = new HashMap<>();
        about.path("fields")
                .forEach(key ->
                        form.field(key.asText()).ifPresent(field -> fields.put(field.key(), leaving(field.level()))));
        return new TaskGrant(
                UUID.fromString(about.path("instance").asText()),
                about.path("node").asText(),
                TaskGrant.Standing.OPEN,
                fields,
                Optional.empty());
    }

    private static FieldAccess leaving(Sensitivity level) {
        return switch (level) {
            case PUBLIC, INTERNAL -> FieldAccess.READ;
            case PERSONAL, SENSITIVE -> FieldAccess.MASKED;
            case SECRET -> FieldAccess.HIDDEN;
        };
    }
}
