package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What publish says of look-ups and roll-ups; companies look at customers, which point back at them. */
class DerivedFieldsTest {

    private static final String MORE = """
            [{"key": "owner", "type": "relation", "form": "customer"},
             {"key": "owners", "type": "relations", "form": "customer"},
             {"key": "elsewhere", "type": "relation", "form": "order"},
             {"key": "sealed", "type": "relation", "form": "customer",
              "sensitivity": {"level": "personal", "purposes": ["sales"]}},
             {"key": "parent", "type": "relation", "form": "company"},
             {"key": "deals", "type": "subform", "fields": [
               {"key": "sum", "type": "money"}, {"key": "day", "type": "date"},
               {"key": "phone", "type": "phone", "sensitivity": {"level": "personal", "kind": "phone", "purposes": ["sales"]}}]}]
            """;

    private static final String PLACE = "/fields/10";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "'type': 'look-up', 'through': 'owner', 'field': 'level' | ",
                "'type': 'look-up', 'through': 'owner', 'field': 'mobile' | ",
                "'type': 'look-up', 'through': 'parent', 'field': 'industry' | ",
                "'type': 'look-up', 'through': 'nobody', 'field': 'level' | look-up.through-invalid /through",
                "'type': 'look-up', 'through': 'title', 'field': 'level' | look-up.through-invalid /through",
                "'type': 'look-up', 'through': 'owners', 'field': 'level' | look-up.through-invalid /through",
                "'type': 'look-up', 'through': 'sealed', 'field': 'level' | look-up.through-protected /through",
                "'type': 'look-up', 'through': 'elsewhere', 'field': 'level' | look-up.form-unpublished /through",
                "'type': 'look-up', 'through': 'owner', 'field': 'nothing' | look-up.field-unknown /field",
                "'type': 'look-up', 'through': 'owner', 'field': 'deals' | look-up.field-unsupported /field",
                "'type': 'look-up', 'through': 'parent', 'field': 'probe' | look-up.field-unsupported /field",
                "'type': 'roll-up', 'of': 'deals', 'aggregate': 'count' | ",
                "'type': 'roll-up', 'of': 'deals', 'aggregate': 'sum', 'field': 'sum', 'filter': 'day > today()' | ",
                "'type': 'roll-up', 'of': 'company.parent', 'aggregate': 'count' | ",
                "'type': 'roll-up', 'of': 'customer.company', 'aggregate': 'max', 'field': 'creditLimit' | ",
                "'type': 'roll-up', 'of': 'customer.company', 'aggregate': 'count', 'filter': 'level = ~A~' | ",
                "'type': 'roll-up', 'of': 'owners', 'aggregate': 'count' | roll-up.source-unknown /of",
                "'type': 'roll-up', 'of': 'order.company', 'aggregate': 'count' | roll-up.form-unpublished /of",
                "'type': 'roll-up', 'of': 'customer.level', 'aggregate': 'count' | roll-up.relation-invalid /of",
                "'type': 'roll-up', 'of': 'company.owner', 'aggregate': 'count' | roll-up.relation-invalid /of",
                "'type': 'roll-up', 'of': 'deals', 'aggregate': 'sum' | roll-up.field-missing ",
                "'type': 'roll-up', 'of': 'deals', 'aggregate': 'count', 'field': 'sum' | roll-up.field-unneeded /field",
                "'type': 'roll-up', 'of': 'deals', 'aggregate': 'sum', 'field': 'nothing' | roll-up.field-unknown /field",
                "'type': 'roll-up', 'of': 'deals', 'aggregate': 'max', 'field': 'phone' | roll-up.field-protected /field",
                "'type': 'roll-up', 'of': 'customer.company', 'aggregate': 'max', 'field': 'idNumber' | roll-up.field-protected /field",
                "'type': 'roll-up', 'of': 'deals', 'aggregate': 'sum', 'field': 'day' | roll-up.field-unsupported /field",
                "'type': 'roll-up', 'of': 'customer.company', 'aggregate': 'max', 'field': 'level' | roll-up.field-unsupported /field",
                "'type': 'roll-up', 'of': 'deals', 'aggregate': 'count', 'filter': 'phone = ~1~' | roll-up.filter-protected /filter",
                "'type': 'roll-up', 'of': 'deals', 'aggregate': 'count', 'filter': 'title = ~1~' | expression.unknown-name /filter"
            })
    void publishSaysWhatCannotBeDerived(String options, String expected) {
        List<String> found = compile(options).findings().stream()
                .filter(finding -> finding.blocks() && finding.pointer().startsWith(PLACE))
                .map(finding -> finding.code() + " " + finding.pointer().substring(PLACE.length()))
                .toList();

        assertThat(found)
                .isEqualTo(
                        expected == null ? List.of() : List.of(expected.strip() + (expected.contains("/") ? "" : " ")));
    }

    @Test
    void aLookUpInheritsLevelAndMask() {
        CompiledField field = probe("'type': 'look-up', 'through': 'owner', 'field': 'mobile'");

        assertThat(field.level()).isEqualTo(Sensitivity.PERSONAL);
        assertThat(field.tag().masker().mask("13800138000")).isEqualTo("138****8000");
        assertThat(field.derived()).isTrue();
        assertThat(field.typed()).isFalse();
    }

    @Test
    void aLowerTagThanTheSourceIsRefusedAndAHigherOneStays() {
        String lookUp = "'type': 'look-up', 'through': 'owner', 'field': 'mobile', 'sensitivity': {'level': '%s',"
                + " 'purposes': ['sales'], 'lawfulBasis': 'contract'}";

        assertThat(compile(lookUp.formatted("internal")).findings())
                .filteredOn(finding -> finding.code().equals("field.sensitivity-too-low"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo(PLACE + "/sensitivity/level");
                    assertThat(finding.params()).isEqualTo(Map.of("least", "personal"));
                });
        assertThat(probe(lookUp.formatted("sensitive")).level()).isEqualTo(Sensitivity.SENSITIVE);
    }

    /** A stored version compiles for ever, whatever became of what it reads. */
    @Test
    void aStoredVersionIsNotAskedAgain() {
        for (String options : List.of(
                "'type': 'look-up', 'through': 'owner', 'field': 'gone'",
                "'type': 'look-up', 'through': 'elsewhere', 'field': 'gone'",
                "'type': 'roll-up', 'of': 'customer.company', 'aggregate': 'sum', 'field': 'gone', 'filter': 'gone > 1'",
                "'type': 'roll-up', 'of': 'order.company', 'aggregate': 'count'")) {
            CompiledForm form = TestForms.compile(
                            definition(options),
                            CompileContext.stored(3, KeptFields.NONE).beside(sources()))
                    .form()
                    .orElseThrow();

            assertThat(DerivedResult.of(form, form.field("probe").orElseThrow()).isPresent())
                    .isEqualTo(options.contains("count"));
        }
    }

    @Test
    void otherFormsThatItReadsAreNamed() {
        CompiledForm form = compile("'type': 'roll-up', 'of': 'customer.company', 'aggregate': 'count'")
                .form()
                .orElseThrow();

        assertThat(form.derivesFrom()).containsExactly("customer");
        assertThat(PublishedForm.whole(form).at(PLACE + "/result")).isEqualTo(json("{'type': 'number', 'scale': 0}"));
    }

    private static CompiledField probe(String options) {
        return compile(options).form().orElseThrow().field("probe").orElseThrow();
    }

    private static Compilation compile(String options) {
        return TestForms.compile(
                definition(options), CompileContext.first("customer").beside(sources()));
    }

    private static Map<String, CompiledForm> sources() {
        return Map.of("customer", TestForms.customer());
    }

    private static ObjectNode definition(String options) {
        ObjectNode definition = TestForms.definition("company");
        ArrayNode fields = definition.withArray("/fields");
        Json.parse(MORE).forEach(fields::add);
        if (!options.contains("'elsewhere'")) {
            fields.remove(6);
            fields.insert(6, json("{'key': 'elsewhere', 'type': 'date'}"));
        }
        fields.add(json("{'key': 'probe', " + options + "}"));
        return definition;
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"').replace("~", "\\\""));
    }
}
