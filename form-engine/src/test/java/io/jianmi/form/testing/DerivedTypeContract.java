package io.jianmi.form.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.PublishedForm;
import io.jianmi.form.compile.TablePlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a type keeps besides whose values are worked out for each reader: nothing is sent, kept or computed with. */
public abstract class DerivedTypeContract extends FieldTypeContract {

    private final ProbeForm derived;

    protected DerivedTypeContract(String type, String options) {
        super(type, options);
        this.derived = new ProbeForm(type, options);
    }

    @Override
    protected final List<Accepted> accepted() {
        return List.of();
    }

    @Override
    protected final List<Refused> refused() {
        return List.of(new Refused("\"retail\"", "field.computed"), new Refused("17.25", "field.computed"));
    }

    @Override
    protected final String hiddenPart() {
        return "";
    }

    /** How clients are told to show it. */
    protected final JsonNode result() {
        return PublishedForm.whole(derived.form("internal")).at("/fields/1/result");
    }

    @Test
    void nothingOfItIsKept() {
        for (String level : List.of("internal", "personal")) {
            CompiledForm form = derived.form(level);

            assertThat(form.columns()).extracting(CompiledField::key).doesNotContain("probe");
            assertThat(form.table().columns())
                    .extracting(TablePlan.Column::name)
                    .noneMatch(column -> column.startsWith("probe"));
        }
    }

    @Test
    void noExpressionUsesIt() {
        assertThat(derived.findingsScoped("probe != null"))
                .extracting(Finding::code)
                .containsExactly("expression.derived-field");
        ObjectNode definition = derived.definition("internal");
        definition.set("rules", Json.parse("[{\"when\": \"probe != null\", \"hide\": [\"first\"]}]"));
        definition.set("views", Json.parse("[{\"key\": \"all\", \"type\": \"table\", \"filter\": \"probe != null\"}]"));
        definition
                .withArray("/fields")
                .addObject()
                .put("key", "sum")
                .put("type", "number")
                .put("formula", "probe + 1");

        assertThat(TestForms.findings(definition))
                .filteredOn(finding -> finding.code().equals("expression.derived-field"))
                .allSatisfy(finding -> assertThat(finding.params()).isEqualTo(Map.of("name", "probe")))
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/rules/0/when", "/views/0/filter", "/fields/4/formula");
    }

    @Test
    void itIsNoColumnOfASubform() {
        ObjectNode definition = derived.definition("internal");
        ObjectNode cell = ((ObjectNode) definition.at("/fields/1")).deepCopy();
        ((ObjectNode) definition.at("/fields/3")).withArray("fields").add(cell);

        assertThat(TestForms.findings(definition))
                .extracting(Finding::code, Finding::pointer)
                .contains(org.assertj.core.api.Assertions.tuple("field.derived-in-subform", "/fields/3/fields/1/type"));
    }
}
