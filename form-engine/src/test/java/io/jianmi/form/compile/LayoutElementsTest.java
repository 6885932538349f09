package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.testing.TestForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sections, tabs and notes: on the page of whoever knows something in them, and nowhere else. */
class LayoutElementsTest {

    private final CompiledForm form = TestForms.compiled(Json.parse("""
            {"kind": "form", "key": "visits", "title": "Visits", "fields": [
              {"key": "day", "type": "date"},
              {"key": "fee", "type": "number"},
              {"key": "cost", "type": "number"},
              {"key": "money", "type": "section", "title": "Money", "columns": 2, "fields": ["fee", "cost"]},
              {"key": "pages", "type": "tabs", "tabs": [
                {"title": "When", "fields": ["day", "hint"]}, {"title": "Later", "fields": []}]},
              {"key": "hint", "type": "note", "text": {"zh-CN": "先选日期", "en": "Choose a day first"}}],
             "layout": [{"fields": ["pages", "money"]}]}"""));

    @Test
    void elementsHaveNoColumnAndNoAccess() {
        assertThat(form.columns()).extracting(CompiledField::key).containsExactly("day", "fee", "cost");
        assertThat(form.table().columns())
                .noneMatch(column -> Set.of("money", "pages", "hint").contains(column.name()));
        assertThat(form.field("hint")).isEmpty();
    }

    @Test
    void theDesignerGetsThemAsWritten() {
        ObjectNode published = PublishedForm.whole(form);

        assertThat(published.at("/fields/3")).isEqualTo(source("/fields/3"));
        assertThat(published.at("/fields/5")).isEqualTo(source("/fields/5"));
        assertThat(published.path("layout")).isEqualTo(source("/layout"));
    }

    @Test
    void aHeadingOverNothingThatOneKnowsIsNotTold() {
        ObjectNode published = PublishedForm.limitedTo(form, Set.of("day"));

        assertThat(keys(published.path("fields"))).containsExactly("day", "pages", "hint");
        assertThat(published.toString()).doesNotContain("money", "Money", "Later");
        assertThat(published.at("/fields/1/tabs/0/fields")).isEqualTo(Json.parse("[\"day\", \"hint\"]"));
        assertThat(published.path("layout")).isEqualTo(Json.parse("[{\"fields\": [\"pages\"]}]"));
    }

    private JsonNode source(String pointer) {
        return form.definition().source().at(pointer);
    }

    private static List<String> keys(JsonNode fields) {
        List<String> keys = new ArrayList<>();
        fields.forEach(field -> keys.add(field.path("key").asText()));
        return keys;
    }
}
