package io.jianmi.workflow.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.LocalText;
import java.time.Duration;

/** Reads the steps of an automation. Trusts the shape: the JSON Schema has accepted it. */
final class AutomationJson {

    private AutomationJson() {}

    static AutomationStep read(JsonNode step) {
        if (step.has("create")) {
            return create(step.get("create"));
        }
        if (step.has("update")) {
            JsonNode update = step.get("update");
            return new AutomationStep.Update(
                    NodeJson.text(update, "through"), NodeJson.expressions(update.path("values")));
        }
        if (step.has("link")) {
            JsonNode link = step.get("link");
            return new AutomationStep.Link(link.path("field").asText(), NodeJson.text(link, "to"));
        }
        if (step.has("webhook")) {
            JsonNode webhook = step.get("webhook");
            return new AutomationStep.Webhook(
                    webhook.path("url").asText(),
                    NodeJson.text(webhook, "event"),
                    NodeJson.words(webhook.path("fields")));
        }
        if (step.has("notify")) {
            NodeJson notify = new NodeJson(step.get("notify"));
            return new AutomationStep.Notify(
                    notify.audience(),
                    LocalText.of(notify.json().path("text")),
                    NodeJson.text(notify.json(), "formula"));
        }
        JsonNode wait = step.path("wait");
        return new AutomationStep.Wait(NodeJson.text(wait, "for").map(Duration::parse), NodeJson.text(wait, "until"));
    }

    static AutomationStep.Create create(JsonNode create) {
        return new AutomationStep.Create(
                create.path("form").asText(),
                NodeJson.expressions(create.path("values")),
                NodeJson.text(create, "relation"));
    }
}
