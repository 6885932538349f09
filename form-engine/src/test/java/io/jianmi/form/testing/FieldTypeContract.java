package io.jianmi.form.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.masking.Masker;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Searchable;
import io.jianmi.form.field.SheetShape;
import io.jianmi.form.field.Sortable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every field type keeps, whatever it is. A type's test says what its values look like. */
public abstract class FieldTypeContract {

    private static final String POINTER = "/data/probe";

    private final ProbeForm probe;

    /** @param options JSON members of the field, such as {@code "scale": 2}; empty for none */
    protected FieldTypeContract(String type, String options) {
        this.probe = new ProbeForm(type, options);
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
        assertThat(TestForms.TYPES.find(probe.type())).isPresent();
        assertThat(Finding.anyBlocks(TestForms.findings(probe.definition("internal"))))
                .isFalse();
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

    /** Through the cell of a workbook, and through a file that knows texts only. */
    @Test
    void exportThenImportIsTheIdentity() {
        CompiledField field = field("internal");
        Optional<SheetShape> shape = field.type().capability(Importable.class).map(Importable::shape);
        for (JsonNode stored : stored()) {
            JsonNode cell = SheetShape.toSheet(shape, field.type().write(stored));
            assertThat(cell.isValueNode()).as("one cell").isTrue();
            if (shape.isPresent() && field.typed() && !stored.isNull()) {
                for (JsonNode seen : List.of(cell, Json.NODES.textNode(cell.asText()))) {
                    List<Finding> findings = new ArrayList<>();
                    JsonNode sent = shape.get().fromSheet(seen);
                    assertThat(field.read(sent, new Report(POINTER, findings)))
                            .as("%s as %s %s", stored, seen, findings)
                            .contains(stored);
                }
            }
        }
    }

    @Test
    void aMaskIsItsTextInACell() {
        Optional<SheetShape> shape =
                field("personal").type().capability(Importable.class).map(Importable::shape);
        assertThat(SheetShape.toSheet(shape, Json.parse("{\"masked\": \"******\"}"))
                        .asText())
                .isEqualTo("******");
    }

    @Test
    void protectedValuesHaveNoClearColumn() {
        for (String level : List.of("personal", "sensitive", "secret")) {
            CompiledField sealed = field(level);

            assertThat(sealed.columnType()).isEqualTo(ColumnType.BYTEA);
            assertThat(sealed.column()).isEqualTo("probe_enc");
            assertThat(probe.form(level).sqlColumn("probe")).isEmpty();
        }
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
        ObjectNode definition = probe.definition("personal");
        ((ObjectNode) definition.at("/fields/1/sensitivity")).putArray("search").add("exact");
        boolean searchable =
                field("internal").type().capability(Searchable.class).isPresent();

        assertThat(TestForms.findings(definition))
                .filteredOn(finding -> finding.code().equals("field.search-unsupported"))
                .hasSize(searchable ? 0 : 1);
    }

    @Test
    void aFormulaForATypeThatIsNotComputedIsRefused() {
        boolean computable =
                field("internal").type().capability(Computable.class).isPresent();

        assertThat(probe.findingsWith("formula", Json.NODES.textNode("null")))
                .filteredOn(finding -> finding.code().equals("field.formula-unsupported"))
                .extracting(Finding::pointer)
                .isEqualTo(computable ? List.of() : List.of("/fields/1/formula"));
    }

    @Test
    void uniquenessOfATypeThatHasNoOneNormalFormIsRefused() {
        boolean possible = field("internal").type().capability(Sortable.class).isPresent()
                || field("internal").type().capability(Searchable.class).isPresent();

        assertThat(probe.findingsWith("unique", Json.NODES.booleanNode(true)))
                .filteredOn(finding -> finding.code().equals("field.unique-unsupported"))
                .extracting(Finding::pointer)
                .isEqualTo(possible ? List.of() : List.of("/fields/1/unique"));
    }

    /** Of a value that nobody sends there is no default, of files neither: an upload is one record's. */
    @Test
    void everyAcceptedConstantIsAValidDefault() {
        CompiledField field = field("internal");
        boolean possible = field.typed() && field.type().attachments().isEmpty();
        List<String> expected = possible ? List.of() : List.of("field.default-unsupported");
        for (JsonNode stored : stored()) {
            if (!stored.isNull() && !stored.isObject()) {
                assertThat(probe.findingsWith("default", stored))
                        .filteredOn(finding -> finding.pointer().startsWith("/fields/1/default"))
                        .extracting(Finding::code)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aConstantThatIsNoValueIsNoDefault() {
        for (Refused sample : refused()) {
            JsonNode value = Json.parse(sample.in());
            assertThat(probe.findingsWith("default", value))
                    .as(sample.in())
                    .anySatisfy(finding -> assertThat(finding.pointer()).startsWith("/fields/1/default"));
        }
    }

    @Test
    @Tag("slow")
    void columnsOfTheDatabaseKeepValues() {
        new SqlAgreement(probe, stored()).columnsKeepValues();
    }

    @Test
    @Tag("slow")
    void filtersChooseTheSameRowsInMemoryAndInSql() {
        new SqlAgreement(probe, stored()).declaredOperatorsAgreeAndOthersAreRefused();
    }

    @Test
    @Tag("slow")
    void scopesChooseTheSameRowsInMemoryAndInSql() {
        new SqlAgreement(probe, stored()).scopesAgreeOrAreFindings();
    }

    @Test
    @Tag("slow")
    void ordersAreTheSameInMemoryAndInSql() {
        new SqlAgreement(probe, stored()).sortableValuesAreOrderedAsInMemory();
    }

    /** Stored values to put into a table; those of the samples and an empty one. */
    protected List<JsonNode> stored() {
        Set<JsonNode> values = new LinkedHashSet<>();
        accepted().forEach(sample -> values.add(Json.parse(sample.stored())));
        values.add(Json.NODES.nullNode());
        return List.copyOf(values);
    }

    /** The type as the one field {@code probe} of a form. */
    protected CompiledField field(String level) {
        return probe.field(level);
    }

    private Optional<JsonNode> read(String in, List<Finding> findings) {
        return field("internal").read(Json.parse(in), new Report(POINTER, findings));
    }
}
