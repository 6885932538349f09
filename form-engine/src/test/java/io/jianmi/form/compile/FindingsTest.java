package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.testing.TestForms;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a designer may get wrong, as data: one mistake in a sound form, and the findings it must give. */
class FindingsTest {

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (InputStream in = FindingsTest.class.getResourceAsStream("/golden/findings/cases.json")) {
            List<DynamicTest> tests = new ArrayList<>();
            Json.MAPPER
                    .readTree(in)
                    .forEach(node ->
                            tests.add(DynamicTest.dynamicTest(node.path("rule").asText(), () -> check(node))));
            return tests.stream();
        }
    }

    @Test
    void allFindingsOfADefinitionComeTogether() {
        ObjectNode definition = TestForms.definition("company");
        definition.put("colour", "red");
        ((ObjectNode) definition.at("/fields/0")).remove("sensitivity");
        ((ObjectNode) definition.at("/fields/1")).put("formula", "nobody + 1");
        ((ObjectNode) definition.at("/views/1")).putArray("sort").add("nothing");

        assertThat(TestForms.findings(definition))
                .extracting(Finding::code)
                .contains(
                        "definition.unknown-property",
                        "field.sensitivity-required",
                        "expression.unknown-name",
                        "view.unknown-field");
    }

    @Test
    void aPublishedTagIsNeitherLoweredNorItsPurposesWidened() {
        CompiledForm first = TestForms.customer();
        ObjectNode next = TestForms.definition("customer");
        ((ObjectNode) next.at("/fields/1/sensitivity"))
                .put("level", "internal")
                .putArray("purposes")
                .add("sales");
        ((ObjectNode) next.at("/fields/3/sensitivity"))
                .putArray("purposes")
                .add("contract")
                .add("marketing");

        Compilation compilation =
                TestForms.compile(next, CompileContext.next(Set.of("company"), Set.of(), Optional.of(first)));

        assertThat(compilation.form()).isEmpty();
        assertThat(compilation.findings())
                .extracting(Finding::code, Finding::pointer)
                .contains(
                        tuple("field.sensitivity-lowered", "/fields/1/sensitivity"),
                        tuple("field.purposes-widened", "/fields/3/sensitivity/purposes"));
    }

    @Test
    void aNewProtectedFieldMustBeNamedByEachGroupThatCoversEverything() {
        ObjectNode next = TestForms.definition("company");
        next.withArray("/fields")
                .addObject()
                .put("key", "contact")
                .put("type", "text")
                .putObject("sensitivity")
                .put("level", "personal")
                .putArray("purposes")
                .add("sales");
        CompiledForm first = TestForms.compiled(TestForms.definition("company"));

        Compilation compilation = TestForms.compile(next, CompileContext.next(Set.of(), Set.of(), Optional.of(first)));

        assertThat(compilation.findings())
                .filteredOn(finding -> finding.code().equals("group.new-field-unnamed"))
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.params()).isEqualTo(Map.of("field", "contact")));
    }

    private static void check(JsonNode node) {
        ObjectNode definition = TestForms.definition(node.path("form").asText("company"));
        node.path("put").properties().forEach(entry -> put(definition, entry.getKey(), entry.getValue()));
        List<String> found = TestForms.findings(definition).stream()
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
        List<String> expected = new ArrayList<>();
        node.path("expect").forEach(text -> expected.add(text.asText()));
        assertThat(found).containsAll(expected);
        if (!node.path("others").asBoolean(false)) {
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Sets what a pointer names; {@code -} as the last part appends to a list. */
    private static void put(ObjectNode definition, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = definition.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent.isArray()) {
            ((ArrayNode) parent).add(value);
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }
}
