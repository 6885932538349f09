package io.jianmi.workflow.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Reads the steps of an automation. Trusts the shape: the JSON Schema has accepted it. */
final class AutomationJson {

    private AutomationJson() {}

    static AutomationStep read(JsonNode step) {
        if (step.has("create")) {
            JsonNode create = step.get("create");
            return new AutomationStep.Create(
                    create.path("form").asText(),
                    NodeJson.expressions(create.path("values")),
                    NodeJson.text(create, "relation"));
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
        JsonNode wait = step.path("wait");
        return new AutomationStep.Wait(NodeJson.text(wait, "for").map(Duration::parse), NodeJson.text(wait, "until"));
    }
}
