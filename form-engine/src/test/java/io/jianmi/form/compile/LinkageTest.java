package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.testing.TestForms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that a company takes from customers when it is made: what publish says of them, and what they ask. */
class LinkageTest {

    private static final String MORE = """
            [{"key": "mail", "type": "text", "maxLength": 90, "sensitivity": {"level": "internal"}},
             {"key": "level", "type": "text", "maxLength": 9, "sensitivity": {"level": "internal"}},
             {"key": "number", "type": "number", "scale": 2},
             {"key": "owner", "type": "member"}]
            """;

    private static final Map<String, Object> USER = Map.of("id", "m1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "text | customer | source = mail | level | ",
                "number | customer | source = mail | creditLimit | ",
                "text | order | source = mail | level | linkage.form-unpublished /form",
                "text | customer | source = mail | nothing | linkage.field-unknown /field",
                "text | customer | source = mail | creditLimit | linkage.field-unsupported /field",
                "text | customer | source = mail | deals | linkage.field-unsupported /field",
                "text | customer | source = mail | contract | linkage.field-unsupported /field",
                "text | customer | source = mail | owner | linkage.field-unsupported /field",
                "member | customer | source = mail | owner | ",
                "text | customer | source = mail | name | field.level-disclosed /field",
                "text | customer | source = nobody | level | expression.unknown-name /where",
                "text | customer | source | level | expression.type /where",
                "text | customer | string length(source) = 3 | level | linkage.where-unsupported /where",
                "text | company | title = record.mail | title | "
            })
    void publishSaysWhatCannotBeTaken(String type, String form, String where, String field, String expected) {
        List<String> found = compile(type, form, where, field).findings().stream()
                .filter(finding -> finding.blocks() && finding.pointer().startsWith(place()))
                .map(finding ->
                        finding.code() + " " + finding.pointer().substring((place() + "/default/linkage").length()))
                .toList();

        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected.strip()));
    }

    /** Names are the other form's first; {@code record} is always the record that is filled in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "source = mail | {'field':'source','op':'eq','value':'a@b.cn'}",
                "level = record.level | {'field':'level','op':'eq','value':'A'}",
                "creditLimit >= number | {'field':'creditLimit','op':'gte','value':'5.00'}",
                "owner = user.id | {'field':'owner','op':'eq','value':'m1'}",
                "source = record.owner or level = \"B\" | {'or':[{'or':[]},{'field':'level','op':'eq','value':'B'}]}"
            })
    void aLinkageAsksForTheRecordsThatFitWhatIsFilledIn(String where, String filter) {
        Map<String, JsonNode> values = Map.of(
                "mail", Json.NODES.textNode("a@b.cn"),
                "level", Json.NODES.textNode("A"),
                "number", Json.NODES.textNode("5.00"));

        Optional<JsonNode> asked = linkage("text", where, "level")
                .where()
                .filter(key -> values.getOrDefault(key, Json.NODES.nullNode()), USER);

        assertThat(asked).contains(Json.parse(filter.replace('\'', '"')));
    }

    /** Where the value comes from is for designers; the others are told that the server has one. */
    @Test
    void whoFillsInIsNotToldOfTheOtherForm() {
        CompiledForm form =
                compile("text", "customer", "source = mail", "level").form().orElseThrow();

        JsonNode told = last(PublishedForm.limitedTo(form, Set.of("probe")));

        assertThat(told.path("linked").asBoolean()).isTrue();
        assertThat(told.has("default")).isFalse();
        assertThat(last(PublishedForm.whole(form)).at("/default/linkage/form").asText())
                .isEqualTo("customer");
    }

    /** A linkage of the field itself means the same as one of its default. */
    @Test
    void aLinkageMayStandInTheFieldItself() {
        ObjectNode definition = definition("text", "customer", "source = mail", "level");
        ObjectNode probe = (ObjectNode) last(definition);
        probe.set("linkage", probe.remove("default").path("linkage"));

        CompiledForm form = compile(definition).form().orElseThrow();

        assertThat(form.field("probe").orElseThrow().defaultValue()).isInstanceOf(CompiledDefault.Linkage.class);
        assertThat(form.derivesFrom()).contains("customer");
    }

    private static CompiledDefault.Linkage linkage(String type, String where, String field) {
        CompiledForm form = compile(type, "customer", where, field).form().orElseThrow();
        return (CompiledDefault.Linkage)
                Objects.requireNonNull(form.field("probe").orElseThrow().defaultValue());
    }

    private static Compilation compile(String type, String form, String where, String field) {
        return compile(definition(type, form, where, field));
    }

    private static Compilation compile(JsonNode definition) {
        return TestForms.compile(
                definition,
                CompileContext.first("customer", "company").beside(Map.of("customer", TestForms.customer())));
    }

    private static ObjectNode definition(String type, String form, String where, String field) {
        ObjectNode company = TestForms.definition("company");
        ArrayNode fields = company.withArray("fields");
        Json.parse(MORE).forEach(fields::add);
        ObjectNode probe = fields.addObject().put("key", "probe").put("type", type);
        if (type.equals("text")) {
            probe.putObject("sensitivity").put("level", "internal");
        }
        probe.putObject("default")
                .putObject("linkage")
                .put("form", form)
                .put("where", where)
                .put("field", field);
        return company;
    }

    private static String place() {
        return "/fields/"
                + (definition("text", "customer", "level", "level")
                                .path("fields")
                                .size()
                        - 1);
    }

    private static JsonNode last(JsonNode form) {
        return form.path("fields").get(form.path("fields").size() - 1);
    }
}
