package io.jianmi.form.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import java.util.List;

/**
 * A form whose one interesting field, {@code probe}, has the type under test; everybody reads it.
 *
 * @param options JSON members of the field, such as {@code "scale": 2}; empty for none
 */
record ProbeForm(String type, String options) {

    static final String FIELD = "probe";

    /** The definition; a fresh copy, so that a test may change it. */
    ObjectNode definition(String level) {
        String tail = options.isEmpty() ? "" : ", " + options;
        return (ObjectNode) Json.parse("""
                {"kind": "form", "key": "probes", "title": "Probes", "fields": [
                  {"key": "first", "type": "date"},
                  {"key": "probe", "type": "%s"%s, "sensitivity":
                    {"level": "%s", "purposes": ["test"], "lawfulBasis": "contract", "waiver": "test"}},
                  {"key": "company", "type": "relation", "form": "company"},
                  {"key": "rows", "type": "subform", "fields": [{"key": "sum", "type": "number"}]}],
                 "permissionGroups": [{"key": "all", "members": {"everyone": true}, "actions": ["read"],
                    "fields": {"*": "read"}}]}""".formatted(type, tail, level));
    }

    CompiledForm form(String level) {
        return TestForms.compiled(definition(level));
    }

    CompiledField field(String level) {
        return form(level).field(FIELD).orElseThrow();
    }

    /** What publish says when the field has one more member. */
    List<Finding> findingsWith(String member, JsonNode value) {
        ObjectNode definition = definition("internal");
        ((ObjectNode) definition.at("/fields/1")).set(member, value);
        return TestForms.findings(definition);
    }

    /** What publish says when rows are scoped by a condition. */
    List<Finding> findingsScoped(String condition) {
        return TestForms.findings(scoped(condition));
    }

    CompiledForm formScoped(String condition) {
        return TestForms.compiled(scoped(condition));
    }

    private ObjectNode scoped(String condition) {
        ObjectNode definition = definition("internal");
        ((ObjectNode) definition.at("/permissionGroups/0")).put("scope", condition);
        return definition;
    }
}
