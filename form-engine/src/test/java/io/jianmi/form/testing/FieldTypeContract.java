package io.jianmi.form.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.masking.Masker;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Searchable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every field type keeps, whatever it is. A type's test says what its values look like. */
public abstract class FieldTypeContract {

    private static final String POINTER = "/data/probe";

    private final String type;
    private final String options;

    /** @param options JSON members of the field, such as {@code "scale": 2}; empty for none */
    protected FieldTypeContract(String type, String options) {
        this.type = type;
        this.options = options;
    }

    /**
     * A value that is accepted.
     *
     * @param in JSON text of what is sent
     * @param stored JSON text of its stored form
     */
    public record Accepted(String in, String stored) {}

    /** A value that is refused, and the code. */
    public record Refused(String in, String code) {}

    protected abstract List<Accepted> accepted();

    protected abstract List<Refused> refused();

    /** Text inside a sample that a mask must not show; empty when the type has no such text. */
    protected abstract String hiddenPart();

    @Test
    void theTypeIsInTheListAndTheSchemaKnowsIt() {
        assertThat(TestForms.TYPES.find(type)).isPresent();
        assertThat(TestForms.findings(definition("internal")))
                .noneMatch(finding -> finding.code().startsWith("definition."));
    }

    @Test
    void acceptedValuesAreNormalised() {
        for (Accepted sample : accepted()) {
            List<Finding> findings = new ArrayList<>();
            assertThat(read(sample.in(), findings)).as(sample.in()).contains(Json.parse(sample.stored()));
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void storedValuesReadAgainAsThemselves() {
        for (Accepted sample : accepted()) {
            JsonNode stored = Json.parse(sample.stored());
            if (!stored.isNull()) {
                assertThat(field("internal").read(stored, new Report(POINTER, new ArrayList<>())))
                        .contains(stored);
            }
        }
    }

    @Test
    void clearColumnsGiveBackWhatTheyWereGiven() {
        ColumnType column = field("internal").type().column();
        for (Accepted sample : accepted()) {
            JsonNode stored = Json.parse(sample.stored());
            assertThat(column.fromColumn(column.toColumn(stored))).isEqualTo(stored);
        }
    }

    @Test
    void refusalsNameThePlaceAndTheReasonAndNeverTheValue() {
        for (Refused sample : refused()) {
            List<Finding> findings = new ArrayList<>();
            assertThat(read(sample.in(), findings)).as(sample.in()).isEmpty();
            assertThat(findings).as(sample.in()).anySatisfy(finding -> {
                assertThat(finding.code()).isEqualTo(sample.code());
                assertThat(finding.pointer()).startsWith(POINTER);
            });
            String value = Json.parse(sample.in()).asText();
            if (value.length() > 3) {
                assertThat(findings.toString()).doesNotContain(value);
            }
        }
    }

    @Test
    void protectedValuesHaveNoClearColumn() {
        CompiledField sealed = field("sensitive");

        assertThat(sealed.columnType()).isEqualTo(ColumnType.BYTEA);
        assertThat(sealed.column()).isEqualTo("probe_enc");
        assertThat(form("sensitive").sqlColumn("probe")).isEmpty();
    }

    @Test
    void masksShowNothingThatIsHidden() {
        for (String level : List.of("personal", "sensitive", "secret")) {
            for (Accepted sample : accepted()) {
                JsonNode stored = Json.parse(sample.stored());
                String shown = field(level).mask(stored);
                if (stored.isNull()) {
                    assertThat(shown).isNull();
                } else if (level.equals("secret")
                        || field(level).type().capability(Maskable.class).isEmpty()) {
                    assertThat(shown).isEqualTo(Masker.TOKEN);
                } else if (!hiddenPart().isEmpty()) {
                    assertThat(shown).doesNotContain(hiddenPart());
                }
            }
        }
    }

    @Test
    void searchOfATypeWithoutBlindIndexesIsRefused() {
        ObjectNode definition = definition("personal");
        ((ObjectNode) definition.at("/fields/1/sensitivity")).putArray("search").add("exact");
        boolean searchable =
                field("internal").type().capability(Searchable.class).isPresent();

        assertThat(TestForms.findings(definition))
                .filteredOn(finding -> finding.code().equals("field.search-unsupported"))
                .hasSize(searchable ? 0 : 1);
    }

    /** The type as the one field {@code probe} of a form. */
    protected CompiledField field(String level) {
        return form(level).field("probe").orElseThrow();
    }

    private CompiledForm form(String level) {
        return TestForms.compiled(definition(level));
    }

    private Optional<JsonNode> read(String in, List<Finding> findings) {
        return field("internal").read(Json.parse(in), new Report(POINTER, findings));
    }

    private ObjectNode definition(String level) {
        String tail = options.isEmpty() ? "" : ", " + options;
        return (ObjectNode) Json.parse("""
                {"kind": "form", "key": "probes", "title": "Probes", "fields": [
                  {"key": "first", "type": "date"},
                  {"key": "probe", "type": "%s"%s, "sensitivity":
                    {"level": "%s", "purposes": ["test"], "lawfulBasis": "contract", "waiver": "test"}}]}""".formatted(type, tail, level));
    }
}
