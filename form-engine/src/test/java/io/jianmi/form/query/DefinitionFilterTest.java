package io.jianmi.form.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.testing.TestForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions of a definition's views as filters of a query. */
class DefinitionFilterTest {

    private static final Map<String, Object> USER = Map.of(
            "id", "m1", "name", "山姆", "departments", List.of("d1", "d2"), "headOf", List.of(), "roles", List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "owner = user.id | {\"field\":\"owner\",\"op\":\"eq\",\"value\":\"m1\"}",
                "user.id = owner | {\"field\":\"owner\",\"op\":\"eq\",\"value\":\"m1\"}",
                "owner != user.id | {\"not\":{\"field\":\"owner\",\"op\":\"eq\",\"value\":\"m1\"}}",
                "level = \"A\" | {\"field\":\"level\",\"op\":\"eq\",\"value\":\"A\"}",
                "creditLimit >= 10.50 | {\"field\":\"creditLimit\",\"op\":\"gte\",\"value\":\"10.50\"}",
                "10 < creditLimit | {\"field\":\"creditLimit\",\"op\":\"gt\",\"value\":\"10\"}",
                "creditLimit = null | {\"field\":\"creditLimit\",\"op\":\"isEmpty\",\"value\":null}",
                "creditLimit != null | {\"not\":{\"field\":\"creditLimit\",\"op\":\"isEmpty\",\"value\":null}}",
                "department in user.departments | {\"field\":\"department\",\"op\":\"in\",\"value\":[\"d1\",\"d2\"]}",
                "level = \"A\" and owner = user.id | {\"and\":[{\"field\":\"level\",\"op\":\"eq\",\"value\":\"A\"},{\"field\":\"owner\",\"op\":\"eq\",\"value\":\"m1\"}]}",
                "not(level = \"A\" or level = \"B\") | {\"not\":{\"or\":[{\"field\":\"level\",\"op\":\"eq\",\"value\":\"A\"},{\"field\":\"level\",\"op\":\"eq\",\"value\":\"B\"}]}}",
                "department = user.department | {\"or\":[]}",
                "department != user.department | {\"or\":[]}"
            })
    void aConditionIsTheFilterThatAsksTheSame(String condition, String filter) {
        Optional<JsonNode> made = DefinitionFilter.of(compiled(condition), USER);

        assertThat(made).contains(Json.parse(filter));
        List<Finding> findings = new ArrayList<>();
        FilterParser.parse(made.orElseThrow(), "", findings);
        assertThat(findings).isEmpty();
    }

    /** What a list cannot be asked leaves no filter at all, never a part of one: a condition less is a longer list. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "creditLimit + 1 > 2",
                "creditLimit = amount",
                "level = \"A\" and creditLimit = amount",
                "not(creditLimit = amount)",
                "level = \"A\" or creditLimit * 2 > 4"
            })
    void whatCannotBeAskedIsNoFilter(String condition) {
        assertThat(DefinitionFilter.of(compiled(condition), USER)).isEmpty();
    }

    @Test
    void aListOfNobodyFindsNobody() {
        assertThat(DefinitionFilter.of(compiled("department in user.headOf"), USER))
                .contains(Json.parse("{\"field\":\"department\",\"op\":\"in\",\"value\":[]}"));
    }

    private static CompiledExpression compiled(String condition) {
        ObjectNode definition = TestForms.definition("customer");
        definition
                .putArray("views")
                .addObject()
                .put("key", "v")
                .put("type", "table")
                .put("filter", condition);
        CompiledForm form = TestForms.compiled(definition);
        return Objects.requireNonNull(form.views().get(0).filter());
    }
}
