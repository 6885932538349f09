package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cells of a subform follow the same words of the definition as fields of the record. */
class SubformRowsTest {

    private static final CompiledForm FORM = TestForms.compiled(Json.parse("""
            {"kind": "form", "key": "orders", "title": "Orders", "fields": [
              {"key": "factor", "type": "number", "scale": 0},
              {"key": "lines", "type": "subform", "fields": [
                {"key": "kind", "type": "choice", "options": [{"value": "a"}, {"value": "b"}], "default": "a"},
                {"key": "count", "type": "number", "scale": 0, "default": {"formula": "factor * 2"}},
                {"key": "why", "type": "text", "requiredWhen": "kind = \\"b\\"", "sensitivity": {"level": "internal"}},
                {"key": "fixed", "type": "number", "scale": 0, "readOnly": true, "default": 7}]}],
             "permissionGroups": [
              {"key": "all", "title": "All", "members": {"everyone": true}, "actions": ["create", "read"],
               "fields": {"*": "edit"}}]}"""));

    @Test
    void aNewRowBeginsWithTheDefaultsOfItsCells() {
        RecordLogic.Outcome made = made("{}", "[{'id': '1'}, {'id': '2', 'kind': 'b', 'why': 'x'}]");

        assertThat(made.findings()).isEmpty();
        assertThat(made.values().get("lines"))
                .isEqualTo(
                        json(
                                "[{'id': '1', 'kind': 'a', 'count': '6', 'fixed': '7'}, {'id': '2', 'kind': 'b', 'why': 'x', 'count': '6', 'fixed': '7'}]"));
    }

    @Test
    void whatWasEmptiedStaysEmpty() {
        JsonNode lines =
                made("{}", "[{'id': '1', 'kind': null}]").values().getOrDefault("lines", Json.NODES.nullNode());
        assertThat(lines.at("/0/kind").isNull()).isTrue();
        assertThat(made("{'lines': [{'id': '1'}]}", "[{'id': '1'}]").values().get("lines"))
                .isEqualTo(json("[{'id': '1'}]"));
    }

    @Test
    void aCellIsAskedForWhileItsConditionHoldsInItsRow() {
        assertThat(wrong("{}", "[{'id': '1'}, {'id': '2', 'kind': 'b'}]"))
                .containsExactly("/data/lines/1/why field.required");
    }

    @Test
    void nobodyTypesInAReadOnlyCell() {
        assertThat(wrong("{}", "[{'id': '1', 'fixed': '8'}]")).containsExactly("/data/lines/0/fixed field.read-only");
        assertThat(wrong("{'lines': [{'id': '1', 'fixed': '8'}]}", "[{'id': '1', 'fixed': '8'}]"))
                .isEmpty();
    }

    private static List<String> wrong(String before, String lines) {
        return made(before, lines).findings().stream()
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }

    private static RecordLogic.Outcome made(String before, String lines) {
        Map<String, JsonNode> had = new HashMap<>();
        json(before).properties().forEach(entry -> had.put(entry.getKey(), entry.getValue()));
        return RecordLogic.apply(
                FORM,
                Map.of(),
                had,
                Map.of("factor", Json.NODES.textNode("3"), "lines", json(lines)),
                had.isEmpty(),
                true,
                field -> true,
                "/data");
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
