package io.jianmi.form.field.subform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Report;
import io.jianmi.form.testing.TestForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * What rows inside a record keep. Their cells pass the contract of their own types; a subform has no column, no order and no
 * mask of its own, so the contract of single values does not fit it.
 */
class SubformTypeContractTest {

    private static final String CELLS = """
            [{"key": "product", "type": "text", "sensitivity": {"level": "internal"}},
             {"key": "phone", "type": "phone",
              "sensitivity": {"level": "personal", "kind": "phone", "purposes": ["sales"], "lawfulBasis": "contract"}},
             {"key": "sum", "type": "number", "scale": 2}]""";

    @Test
    void rowsAreReadAsTheyAreAndTheirShapeIsChecked() {
        assertThat(read("[]")).contains(Json.NODES.arrayNode());
        assertThat(read("[{\"product\": \"a\"}, {\"product\": 7}]"))
                .as("cells are read by their own fields")
                .contains(Json.parse("[{\"product\": \"a\"}, {\"product\": 7}]"));
    }

    @Test
    void refusalsNameThePlaceAndNeverTheValue() {
        assertThat(refused("\"13800138000\"")).containsExactly(tuple("field.type", "/data/deals"));
        assertThat(refused("{\"product\": \"13800138000\"}")).containsExactly(tuple("field.type", "/data/deals"));
        assertThat(refused("[{}, \"13800138000\", null]"))
                .containsExactly(tuple("field.type", "/data/deals/1"), tuple("field.type", "/data/deals/2"));
        assertThat(refused("[{}, {}, {}, {}]")).containsExactly(tuple("field.too-many-rows", "/data/deals"));
    }

    @Test
    void tooFewRowsAreRefused() {
        CompiledForm form = form("\"minRows\": 2");
        List<Finding> findings = new ArrayList<>();

        assertThat(deals(form).field().read(Json.parse("[{}]"), new Report("/data/deals", findings)))
                .isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly("field.too-few-rows");
    }

    @Test
    void cellsStandInATableOfTheirOwnAndProtectedOnesNeverInClear() {
        CompiledForm form = form("\"maxRows\": 3");
        TablePlan child = form.table().children().get(0);

        assertThat(form.columns()).extracting(CompiledField::key).doesNotContain("deals");
        assertThat(child.name()).isEqualTo(deals(form).table());
        assertThat(child.columns())
                .extracting(TablePlan.Column::name)
                .contains("product", "phone_enc", "sum")
                .doesNotContain("phone");
        assertThat(cell(form, "phone").columnType()).isEqualTo(ColumnType.BYTEA);
    }

    @Test
    void theLevelOfTheSubformIsTheLeastOfItsCells() {
        CompiledForm form = form(
                "\"sensitivity\": {\"level\": \"sensitive\", \"purposes\": [\"sales\"], \"lawfulBasis\": \"contract\"}");

        assertThat(deals(form).fields()).extracting(CompiledField::level).containsOnly(Sensitivity.SENSITIVE);
        assertThat(form.table().children().get(0).columns())
                .extracting(TablePlan.Column::name)
                .contains("product_enc", "phone_enc", "sum_enc");
    }

    @Test
    void masksOfCellsShowNothingThatIsHidden() {
        CompiledField phone = cell(form("\"maxRows\": 3"), "phone");

        assertThat(phone.mask(Json.NODES.textNode("13800138000"))).doesNotContain("0013");
    }

    @Test
    void whatRowsCannotDoIsRefused() {
        assertThat(codes("\"unique\": true")).contains("field.unique-unsupported");
        assertThat(codes("\"formula\": \"null\"")).contains("field.formula-unsupported");
        assertThat(codes("\"sensitivity\": {\"level\": \"personal\", \"purposes\": [\"sales\"],"
                        + " \"lawfulBasis\": \"contract\", \"search\": [\"exact\"]}"))
                .contains("field.search-unsupported");
    }

    @Test
    void rowsHoldNoRows() {
        ObjectNode definition = definition("\"maxRows\": 3");
        ((ObjectNode) definition.at("/fields/0/fields/0"))
                .removeAll()
                .put("key", "inner")
                .put("type", "subform");
        ((ObjectNode) definition.at("/fields/0/fields/0"))
                .set("fields", Json.parse("[{\"key\": \"n\", \"type\": \"number\"}]"));

        assertThat(TestForms.findings(definition))
                .extracting(Finding::code, Finding::pointer)
                .contains(tuple("field.subform-in-subform", "/fields/0/fields/0/type"));
    }

    private static Optional<JsonNode> read(String rows) {
        return deals(form("\"maxRows\": 3"))
                .field()
                .read(Json.parse(rows), new Report("/data/deals", new ArrayList<>()));
    }

    private static List<Tuple> refused(String rows) {
        List<Finding> findings = new ArrayList<>();
        assertThat(deals(form("\"maxRows\": 3")).field().read(Json.parse(rows), new Report("/data/deals", findings)))
                .isEmpty();
        assertThat(findings.toString()).doesNotContain("13800138000");
        return findings.stream()
                .map(finding -> tuple(finding.code(), finding.pointer()))
                .toList();
    }

    private static List<String> codes(String option) {
        return TestForms.findings(definition(option)).stream()
                .map(Finding::code)
                .toList();
    }

    private static CompiledSubform deals(CompiledForm form) {
        return form.subform("deals").orElseThrow();
    }

    private static CompiledField cell(CompiledForm form, String key) {
        return deals(form).field(key).orElseThrow();
    }

    private static CompiledForm form(String option) {
        return TestForms.compiled(definition(option));
    }

    private static ObjectNode definition(String option) {
        return (ObjectNode) Json.parse("""
                {"kind": "form", "key": "orders", "title": "Orders", "fields": [
                  {"key": "deals", "type": "subform", %s, "fields": %s}]}""".formatted(option, CELLS));
    }
}
