package io.jianmi.form.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

    private static final CompiledForm FORM = TestForms.compiled(Json.parse("""
            {"kind": "form", "key": "customer", "title": "客户",
             "fields": [
              {"key": "name", "type": "text", "title": {"zh-CN": "姓名", "en": "Name"}, "sensitivity": {"level": "internal"}},
              {"key": "limit", "type": "money", "title": "额度", "sensitivity": {"level": "internal"}},
              {"key": "since", "type": "date", "title": "日期", "sensitivity": {"level": "internal"}},
              {"key": "number", "type": "serial", "title": "流水号", "sensitivity": {"level": "internal"}},
              {"key": "again", "type": "date", "title": "日期", "sensitivity": {"level": "internal"}}],
             "permissionGroups": []}
            """));

    private static final List<CompiledField> FIELDS = List.copyOf(FORM.fields());

    private final List<Finding> findings = new ArrayList<>();

    private ColumnMapping map(String wanted, String... heading) {
        List<JsonNode> cells = new ArrayList<>();
        for (String title : heading) {
            cells.add(title.isEmpty() ? Json.NODES.nullNode() : Json.NODES.textNode(title));
        }
        return ColumnMapping.of(cells, (ObjectNode) Json.parse(wanted), FIELDS, findings);
    }

    /** People write what they read; a title that two options share means none of them. */
    @Test
    void theTitleOfAnOptionStandsForItsValue() {
        CompiledForm form = TestForms.compiled(Json.parse("""
                {"kind": "form", "key": "deal", "title": "成交", "fields": [
                  {"key": "level", "type": "choice", "title": "等级", "options": [
                    {"value": "A", "title": {"zh-CN": "重点", "en": "Key"}}, {"value": "B", "title": "普通"},
                    {"value": "C", "title": "普通"}, {"value": "Key", "title": "钥匙"}]},
                  {"key": "marks", "type": "multi-choice", "title": "标记", "options": [
                    {"value": "x", "title": "加急"}, {"value": "y", "title": "退货"}]}],
                 "permissionGroups": []}
                """));
        ColumnMapping mapping = new ColumnMapping(Map.of(0, "level", 1, "marks"));

        assertThat(data(mapping, form, "重点", "加急; y")).isEqualTo(Json.parse("""
                {"level": "A", "marks": ["x", "y"]}"""));
        assertThat(data(mapping, form, "Key", "别的"))
                .as("a value before a title")
                .isEqualTo(Json.parse("""
                {"level": "Key", "marks": ["别的"]}"""));
        assertThat(data(mapping, form, "普通", "")).isEqualTo(Json.parse("{\"level\": \"普通\"}"));
    }

    private static ObjectNode data(ColumnMapping mapping, CompiledForm form, String... cells) {
        List<JsonNode> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Json.NODES.textNode(cell));
        }
        List<RowError> errors = new ArrayList<>();
        ObjectNode data = mapping.data(form, 2, row, errors);
        assertThat(errors).isEmpty();
        return data;
    }

    @Test
    void headingsAreMatchedByKeyByTitleInAnyLanguageAndAsSaid() {
        ColumnMapping mapping = map("{\"授信\": \"limit\", \"备注\": \"\"}", "Name", "授信", "备注", "", "since");

        assertThat(findings).isEmpty();
        assertThat(mapping.fields()).isEqualTo(Map.of(0, "name", 1, "limit", 4, "since"));
        assertThat(ColumnMapping.of(mapping.json())).isEqualTo(mapping);
    }

    @Test
    void whatLeadsNowhereOrTwiceToOneFieldIsNamedByItsLetterAndNotByWhatSomebodyTyped() {
        map("{}", "姓名", "name", "张三", "日期");

        assertThat(findings)
                .containsExactly(
                        Finding.error("import.duplicate-column", "/columns/1", Map.of("column", "B")),
                        Finding.error("import.unknown-column", "/columns/2", Map.of("column", "C")),
                        Finding.error("import.unknown-column", "/columns/3", Map.of("column", "D")));
    }

    @Test
    void whatNobodyTypesIsSaidToBeSo() {
        map("{}", "name", "流水号");

        assertThat(findings)
                .containsExactly(Finding.error("import.not-importable", "/columns/1", Map.of("column", "B")));
    }

    @Test
    void aFileWithoutAnyColumnIsRefused() {
        map("{\"x\": \"\"}", "x");

        assertThat(findings).containsExactly(Finding.error("import.no-columns", "/columns"));
    }

    @Test
    void cellsBecomeWhatAClientWouldSendAndEmptyOnesSayNothing() {
        ColumnMapping mapping = map("{}", "name", "limit", "since");
        List<RowError> errors = new ArrayList<>();

        ObjectNode data = mapping.data(
                FORM, 7, List.of(Json.parse("13800138000"), Json.parse("\"¥1,234.50\""), Json.parse("46351")), errors);

        assertThat(data)
                .isEqualTo(Json.parse("{\"name\":\"13800138000\",\"limit\":\"1234.50\",\"since\":\"2026-11-25\"}"));
        assertThat(mapping.data(
                        FORM, 8, List.of(Json.parse("null"), Json.parse("{\"error\":\"import.cell-error\"}")), errors))
                .isEmpty();
        assertThat(errors).containsExactly(RowError.of(8, "limit", "import.cell-error"));
    }

    @Test
    void columnsAreNamedAsInSpreadsheets() {
        assertThat(List.of(0, 25, 26, 701, 702).stream().map(ColumnMapping::letters))
                .containsExactly("A", "Z", "AA", "ZZ", "AAA");
    }
}
