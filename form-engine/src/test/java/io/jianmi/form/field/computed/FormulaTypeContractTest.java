package io.jianmi.form.field.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.testing.FieldTypeContract;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTypeContractTest extends FieldTypeContract {

    FormulaTypeContractTest() {
        super("formula", "\"formula\": \"1 + 1\", \"of\": \"money\"");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"2\"", "\"2.00\""), new Accepted("\"59.9\"", "\"59.90\""), new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("\"two\"", "field.type"), new Refused("\"0.001\"", "field.scale"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }

    @Test
    void theFieldIsOneOfItsResultsTypeInAllButItsName() {
        CompiledField field = field("internal");

        assertThat(field.definition().type()).isEqualTo("formula");
        assertThat(field.type().type().key()).isEqualTo("money");
        assertThat(field.columnType()).isEqualTo(ColumnType.numeric(30, 2));
        assertThat(field.typed()).isFalse();
    }

    @Test
    void aFormulaFieldNeedsItsFormulaAndAResultThatIsComputed() {
        ObjectNode definition = TestForms.definition("company");
        definition
                .withArray("/fields")
                .addObject()
                .put("key", "total")
                .put("type", "formula")
                .put("of", "file");

        assertThat(TestForms.findings(definition))
                .extracting(Finding::code, Finding::pointer)
                .contains(tuple("field.formula-missing", "/fields/4"), tuple("field.formula-type", "/fields/4/of"));
    }
}
