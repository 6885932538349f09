package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.form.compile.TablePlan.Index;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewIndexTest {

    @Test
    void aScopeOverFewValuesComesBeforeTheRangesOfACount() {
        JsonNode form = TestForms.definition("bench-customer");

        assertThat(columns(form, "count_all")).containsExactly("level", "source", "amount", "status", "created_by");
        assertThat(columns(form, "view_all")).containsExactly("level", "created_at", "id", "amount", "source");
    }

    @Test
    void aScopeOverManyValuesStaysBehindThem() {
        ObjectNode form = TestForms.definition("bench-customer").deepCopy();
        ArrayNode options = ((ObjectNode) form.path("fields").path(7)).withArray("/options");
        for (int i = 0; i < 40; i++) {
            options.addObject().put("value", "来源" + i);
        }

        assertThat(columns(form, "count_all")).containsExactly("level", "amount", "source", "status", "created_by");
    }

    @Test
    void aViewWithoutAFilterNeedsNoIndexForItsCount() {
        ObjectNode form = TestForms.definition("bench-customer").deepCopy();
        ((ObjectNode) form.path("views").path(0)).remove("filter");

        assertThat(indexes(form)).noneMatch(index -> index.name().contains("count_all"));
    }

    private static List<String> columns(JsonNode form, String index) {
        return indexes(form).stream()
                .filter(one -> one.name().contains(index))
                .findFirst()
                .orElseThrow()
                .columns()
                .stream()
                .map(TablePlan.Part::column)
                .toList();
    }

    private static List<Index> indexes(JsonNode form) {
        return TestForms.compiled(form).table().indexes();
    }
}
