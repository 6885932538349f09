package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a new version may do to the values of those before it. */
class VersionChecksTest {

    private static final String FORM = """
            {"kind": "form", "key": "kept", "title": "Kept", "fields": [
              {"key": "title", "type": "text", "title": "Title", "sensitivity": {"level": "internal"}},
              {"key": "amount", "type": "number", "title": "Amount", "scale": 2},
              {"key": "owner", "type": "relation", "title": "Owner", "form": "company"},
              {"key": "mobile", "type": "phone", "title": "Mobile", "sensitivity":
               {"level": "personal", "kind": "phone", "purposes": ["sales"], "search": ["exact"]}},
              {"key": "rows", "type": "subform", "title": "Rows", "fields": [
                {"key": "price", "type": "number", "title": "Price", "scale": 2}]}],
             "permissionGroups": [{"key": "all", "title": "All", "members": {"everyone": true},
              "actions": ["read"], "fields": {"*": "read", "mobile": "read"}}]}
            """;

    private final ObjectNode form = (ObjectNode) Json.parse(FORM);
    private final CompiledForm first = published(form, Optional.empty());

    @Test
    void whatIsRemovedIsToldOnceAndKept() {
        CompiledForm second = published(without(0, 3, 4), Optional.of(first));

        assertThat(findings(without(0, 3, 4), first))
                .extracting(
                        Finding::severity,
                        Finding::code,
                        finding -> finding.params().get("field"))
                .containsExactlyInAnyOrder(
                        tuple(Finding.Severity.WARNING, "field.values-kept", "title"),
                        tuple(Finding.Severity.WARNING, "field.values-kept", "mobile"),
                        tuple(Finding.Severity.WARNING, "field.values-kept", "rows"));
        assertThat(second.kept().ownColumns())
                .extracting(KeptField::column)
                .containsExactlyInAnyOrder("title", "mobile_enc");
        assertThat(second.kept().cells()).containsOnlyKeys("rows");
        assertThat(findings(without(0, 3, 4), second)).isEmpty();
        assertThat(published(form, Optional.of(second)).kept()).isEqualTo(KeptFields.NONE);
    }

    @Test
    void whatAVersionTakesOverIsReadAsItWasStored() {
        ObjectNode next = without(0, 3, 4);
        ((ObjectNode) next.at("/fields/0")).put("scale", 4);
        KeptFields kept = published(next, Optional.of(first)).kept();

        assertThat(KeptFields.read(Json.parse(Json.write(kept.json())))).isEqualTo(kept);
        assertThat(kept.rescaled()).hasSize(1);
        assertThat(KeptFields.read(Json.parse("{}"))).isEqualTo(KeptFields.NONE);
    }

    @Test
    void theKeyOfARemovedFieldStaysWhatItWas() {
        CompiledForm second = published(without(0, 2, 3), Optional.of(first));
        ObjectNode other = form.deepCopy();
        field(other, 0).put("type", "long-text");
        field(other, 2).put("form", "other");
        ((ObjectNode) field(other, 3).path("sensitivity"))
                .put("level", "sensitive")
                .putArray("purposes")
                .add("x");

        assertThat(findings(other, second))
                .extracting(Finding::code, Finding::pointer)
                .contains(
                        tuple("field.key-kept", "/fields/0/type"),
                        tuple("field.target-changed", "/fields/2/form"),
                        tuple("field.sealing-needed", "/fields/3/sensitivity"),
                        tuple("field.purposes-widened", "/fields/3/sensitivity/purposes"));
    }

    @Test
    void ofASearchThatComesLaterWhatItMissesIsTold() {
        ObjectNode searched = form.deepCopy();
        ((ArrayNode) searched.at("/fields/3/sensitivity/search")).add("last4");
        ObjectNode unique = form.deepCopy();
        field(unique, 3).put("unique", true);

        assertThat(findings(searched, first))
                .extracting(Finding::severity, Finding::code, Finding::pointer)
                .containsExactly(
                        tuple(Finding.Severity.WARNING, "field.search-partial", "/fields/3/sensitivity/search"),
                        tuple(Finding.Severity.WARNING, "field.search-partial", "/fields/3/sensitivity/search"));
        assertThat(findings(unique, first))
                .extracting(Finding::severity, Finding::code, Finding::pointer)
                .containsExactly(tuple(Finding.Severity.ERROR, "field.unique-later", "/fields/3/unique"));
    }

    @Test
    void aScaleGrowsAndNeverShrinks() {
        ObjectNode grown = form.deepCopy();
        field(grown, 1).put("scale", 6);
        ObjectNode free = form.deepCopy();
        field(free, 1).remove("scale");
        ObjectNode less = form.deepCopy();
        field(less, 1).put("scale", 1);

        assertThat(findings(grown, first)).isEmpty();
        assertThat(findings(free, first)).isEmpty();
        assertThat(findings(less, first)).extracting(Finding::code).containsExactly("field.values-lost");
    }

    @Test
    void aRaisedLevelMovesTheValuesToColumnsOfTheirOwn() {
        ObjectNode raised = form.deepCopy();
        ((ObjectNode) field(raised, 0).path("sensitivity")).put("level", "personal");
        ((ObjectNode) field(raised, 3).path("sensitivity")).put("level", "sensitive");
        ((ObjectNode) raised.at("/permissionGroups/0/fields")).put("title", "read");

        assertThat(findings(raised, first))
                .extracting(Finding::severity, Finding::code, Finding::pointer)
                .contains(
                        tuple(Finding.Severity.WARNING, "field.sealed-anew", "/fields/0/sensitivity"),
                        tuple(Finding.Severity.WARNING, "field.sealed-anew", "/fields/3/sensitivity"));
        CompiledForm second = published(raised, Optional.of(first));
        assertThat(second.kept().columns()).isEqualTo(Map.of("title", 2, "mobile", 2));
        assertThat(second.field("title").orElseThrow().column()).isEqualTo("title_v2_enc");
        assertThat(second.field("mobile").orElseThrow().indexes())
                .extracting(SearchIndex::column)
                .containsExactly("mobile_v2_ix_exact");
        assertThat(second.kept().moved())
                .extracting(MovedField::columns)
                .containsExactlyInAnyOrder(List.of("title"), List.of("mobile_enc", "mobile_ix_exact"));
        assertThat(second.kept().fields()).isEmpty();
        assertThat(KeptFields.read(Json.parse(Json.write(second.kept().json()))))
                .isEqualTo(second.kept());
        CompiledForm third = published(raised, Optional.of(second));
        assertThat(third.kept().moved()).isEmpty();
        assertThat(third.field("title").orElseThrow().column()).isEqualTo("title_v2_enc");
        ObjectNode unnamed = raised.deepCopy();
        ((ObjectNode) unnamed.at("/permissionGroups/0/fields")).remove("title");
        assertThat(findings(unnamed, first)).extracting(Finding::code).contains("group.new-field-unnamed");
    }

    @Test
    void aTypeChangesOnlyWhereTheDesignerSaysSoAndLeavesWhatCannotBeConverted() {
        ObjectNode other = form.deepCopy();
        field(other, 1).put("type", "text").set("sensitivity", Json.parse("{\"level\": \"internal\"}"));
        field(other, 1).remove("scale");
        ObjectNode hopeless = form.deepCopy();
        field(hopeless, 1).remove("scale");
        field(hopeless, 1).put("type", "member");

        assertThat(findings(other, first))
                .extracting(Finding::code, finding -> finding.params().get("convertible"))
                .containsExactly(tuple("field.type-changed", true));
        assertThat(findings(hopeless, first))
                .extracting(Finding::code, finding -> finding.params().get("convertible"))
                .containsExactly(tuple("field.not-convertible", false));
        CompileContext asked = context(Optional.of(first)).converting(Set.of("amount"));
        CompiledForm second = TestForms.compile(other, asked).form().orElseThrow();
        assertThat(second.kept().ownColumns())
                .extracting(KeptField::path, KeptField::column)
                .containsExactly(tuple("amount@1", "amount"));
        ((ObjectNode) field(other, 1).path("sensitivity")).put("level", "personal");
        ((ObjectNode) other.at("/permissionGroups/0/fields")).put("amount", "read");
        assertThat(TestForms.compile(other, asked).findings())
                .extracting(Finding::code)
                .contains("field.level-with-type");
        assertThat(TestForms.compile(hopeless, asked).findings())
                .extracting(Finding::code)
                .contains("field.not-convertible");
        assertThat(findings(form, second)).extracting(Finding::code).containsExactly("field.type-changed");
    }

    @Test
    void whatAFormulaGaveBecomesAValueThatIsTypedAndBack() {
        ObjectNode computed = form.deepCopy();
        computed.withArray("/fields")
                .add(
                        Json.parse(
                                "{\"key\": \"twice\", \"type\": \"formula\", \"of\": \"number\", \"title\": \"Twice\", \"scale\": 2, \"formula\": \"amount * 2\"}"));
        CompiledForm second = published(computed, Optional.of(first));
        ObjectNode typed = computed.deepCopy();
        ObjectNode twice = field(typed, typed.path("fields").size() - 1);
        twice.put("type", "number").remove(List.of("of", "formula"));

        assertThat(findings(typed, second))
                .extracting(Finding::code, finding -> finding.params().get("convertible"))
                .containsExactly(tuple("field.type-changed", true));
        CompileContext asked = context(Optional.of(second)).converting(Set.of("twice"));
        CompiledForm third = TestForms.compile(typed, asked).form().orElseThrow();
        assertThat(third.kept().moved()).extracting(MovedField::path).containsExactly("twice");
        assertThat(third.field("twice").orElseThrow().typed()).isTrue();
        assertThat(findings(computed, third))
                .extracting(Finding::code, finding -> finding.params().get("convertible"))
                .containsExactly(tuple("field.type-changed", true));
    }

    private static ObjectNode field(ObjectNode form, int index) {
        return (ObjectNode) form.path("fields").path(index);
    }

    private ObjectNode without(int... indexes) {
        ObjectNode next = form.deepCopy();
        for (int i = indexes.length - 1; i >= 0; i--) {
            next.withArray("/fields").remove(indexes[i]);
        }
        if (next.path("fields").findValuesAsText("key").stream().noneMatch("mobile"::equals)) {
            ((ObjectNode) next.at("/permissionGroups/0/fields")).remove("mobile");
        }
        return next;
    }

    private static List<Finding> findings(ObjectNode form, CompiledForm previous) {
        return TestForms.compile(form, context(Optional.of(previous))).findings();
    }

    private static CompiledForm published(ObjectNode form, Optional<CompiledForm> previous) {
        Compilation compilation = TestForms.compile(form, context(previous));
        return compilation.form().orElseThrow(() -> new AssertionError(compilation.findings()));
    }

    private static CompileContext context(Optional<CompiledForm> previous) {
        return CompileContext.next(Set.of("company", "other"), Set.of(), previous);
    }
}
