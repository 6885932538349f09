package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.AutomationRecords.Given;
import io.jianmi.form.testing.TestForms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses and places are copied whole, and by their parts. */
class CopiedStructureTest {

    private static final String FORM = """
            {"kind": "form", "key": "people", "title": "People", "fields": [
              {"key": "same", "type": "switch", "title": "Same"},
              {"key": "home", "type": "address", "title": "Home", "sensitivity": {"level": "personal", "purposes": ["sales"]}},
              {"key": "post", "type": "address", "title": "Post", "sensitivity": {"level": "personal", "purposes": ["sales"]}},
              {"key": "kept", "type": "address", "title": "Kept", "formula": "home",
               "sensitivity": {"level": "personal", "purposes": ["sales"]}},
              {"key": "spot", "type": "geo", "title": "Spot", "sensitivity": {"level": "sensitive", "purposes": ["sales"]}},
              {"key": "goal", "type": "geo", "title": "Goal", "sensitivity": {"level": "sensitive", "purposes": ["sales"]}},
              {"key": "city", "type": "text", "title": "City", "formula": "home.region", "sensitivity": {"level": "personal"}},
              {"key": "north", "type": "switch", "title": "North", "formula": "spot.lat > 30"}],
             "rules": [{"when": "same", "set": {"post": "home", "goal": "spot"}}],
             "permissionGroups": [
              {"key": "sales", "title": "Sales", "members": {"roles": ["sales"]}, "actions": ["create", "read"],
               "fields": {"home": "edit", "post": "edit", "kept": "read", "spot": "reveal", "goal": "reveal", "same": "edit",
               "city": "read", "north": "masked"}}]}
            """;

    private final CompiledForm form = TestForms.compiled(Json.parse(FORM));

    @Test
    void theyAreCopiedByRulesAndFormulas() {
        Map<String, JsonNode> made = made("""
                {"same": true, "home": {"region": "北京市", "detail": "人民路1号"}, "spot": {"lat": 39.9, "lng": 116.4}}""");

        JsonNode home = Json.parse("{\"region\":\"北京市\",\"detail\":\"人民路1号\"}");
        assertThat(made).containsEntry("post", home).containsEntry("kept", home);
        assertThat(made).containsEntry("goal", Json.parse("{\"lat\":39.9,\"lng\":116.4}"));
        assertThat(made.get("city")).isEqualTo(Json.NODES.textNode("北京市"));
        assertThat(made.get("north")).isEqualTo(Json.NODES.booleanNode(true));
    }

    @Test
    void aTextIsAllDetail() {
        Map<String, JsonNode> made = made("{\"same\": true, \"home\": \"人民路1号\"}");

        assertThat(made.get("post")).isEqualTo(Json.parse("{\"detail\":\"人民路1号\"}"));
        assertThat(made).doesNotContainKeys("city", "goal", "north");
    }

    @Test
    void partsHaveTheLevelOfTheWholeAndAreReadByItsField() {
        CompiledField north = form.field("north").orElseThrow();

        assertThat(north.level()).isEqualTo(Sensitivity.SENSITIVE);
        assertThat(Objects.requireNonNull(north.formula()).inputs()).containsExactly("spot");
    }

    @ParameterizedTest
    @CsvSource({"goal, home", "goal, home.region", "goal, 1", "post, spot.height"})
    void whatIsNoneIsFoundAtPublish(String field, String expression) {
        ObjectNode wrong = (ObjectNode) Json.parse(FORM);
        ((ObjectNode) wrong.at("/rules/0/set")).put(field, expression);

        assertThat(TestForms.findings(wrong))
                .filteredOn(finding -> finding.pointer().equals("/rules/0/set/" + field))
                .extracting(finding -> finding.code())
                .isNotEmpty()
                .allMatch(code -> code.startsWith("expression."));
    }

    @Test
    void whatAWorkflowGivesIsHeldAgainstTheType() {
        assertThat(given("goal", Map.of("lat", new BigDecimal("39.90872431"), "lng", BigDecimal.ONE)))
                .isEqualTo("{\"lat\":39.9087243,\"lng\":1}");
        assertThat(given("post", "人民路1号")).isEqualTo("\"人民路1号\"");
        assertThat(given("goal", Map.of("lat", new BigDecimal("91"), "lng", BigDecimal.ONE)))
                .isEqualTo("/data/goal field.type");
        assertThat(given("goal", "39,116")).isEqualTo("/data/goal field.type");
        assertThat(given("post", Map.of("lat", BigDecimal.ONE))).isEqualTo("/data/post field.type");
    }

    private String given(String field, Object value) {
        List<Finding> findings = new ArrayList<>();
        Given given = new Given(value, Sensitivity.PERSONAL);
        Map<String, JsonNode> stored = GivenValues.stored(form, Map.of(field, given), "/data", findings);
        return findings.isEmpty()
                ? String.valueOf(stored.get(field))
                : findings.get(0).pointer() + " " + findings.get(0).code();
    }

    private Map<String, JsonNode> made(String data) {
        Map<String, JsonNode> typed = new LinkedHashMap<>();
        Json.parse(data).properties().forEach(entry -> typed.put(entry.getKey(), entry.getValue()));
        return RecordLogic.apply(form, Map.of(), Map.of(), typed, true, false, key -> true, "/data")
                .values();
    }
}
