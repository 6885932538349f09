package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowWidthTest {

    private static final String TOO_WIDE = "form.row-too-wide";

    @Test
    void aFormIsAsWideAsItsFieldsAreWhenFilled() {
        assertThat(codes(first(form(0, 400)))).doesNotContain(TOO_WIDE);
        assertThat(codes(first(form(0, 450)))).contains(TOO_WIDE);
    }

    @Test
    void whatIsKeptOfRemovedFieldsTakesItsPlace() {
        CompiledForm before = first(form(0, 400)).form().orElseThrow();

        assertThat(codes(next(form(100, 400), before))).doesNotContain(TOO_WIDE);
        assertThat(codes(next(form(100, 480), before))).contains(TOO_WIDE);
    }

    private static Compilation first(JsonNode form) {
        return TestForms.compile(form, CompileContext.first());
    }

    private static Compilation next(JsonNode form, CompiledForm before) {
        return TestForms.compile(form, CompileContext.next(Set.of(), Set.of(), Optional.of(before)));
    }

    private static List<String> codes(Compilation compilation) {
        return compilation.findings().stream().map(Finding::code).toList();
    }

    /** Sealed texts of these numbers. */
    private static JsonNode form(int from, int to) {
        ObjectNode form =
                Json.NODES.objectNode().put("kind", "form").put("key", "wide").put("title", "宽");
        ArrayNode fields = form.putArray("fields");
        for (int i = from; i < to; i++) {
            fields.addObject()
                    .put("key", "f" + i)
                    .put("type", "text")
                    .put("title", "字段")
                    .putObject("sensitivity")
                    .put("level", "personal");
        }
        form.putArray("permissionGroups");
        return form;
    }
}
