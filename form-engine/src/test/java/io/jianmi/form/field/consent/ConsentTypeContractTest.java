package io.jianmi.form.field.consent;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class ConsentTypeContractTest extends FieldTypeContract {

    ConsentTypeContractTest() {
        super("consent", "\"notice\": \"2026-11\", \"purposes\": [\"service\", \"marketing\"]");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted(
                        "{\"notice\": \"2026-11\", \"given\": [\"marketing\", \"service\", \"marketing\"]}",
                        "{\"notice\": \"2026-11\", \"given\": [\"service\", \"marketing\"]}"),
                new Accepted("{\"notice\": \"2026-11\", \"given\": []}", "{\"notice\": \"2026-11\", \"given\": []}"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("true", "field.type"),
                new Refused("{\"given\": [\"service\"]}", "field.type"),
                new Refused("{\"notice\": \"2026-11\", \"given\": [], \"by\": \"x\"}", "field.type"),
                new Refused("{\"notice\": \"2025-01\", \"given\": [\"service\"]}", "field.consent-notice-changed"),
                new Refused("{\"notice\": \"2026-11\", \"given\": [\"profiling\"]}", "field.option-unknown"));
    }

    @Override
    protected String hiddenPart() {
        return "marketing";
    }
}
