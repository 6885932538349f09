package io.jianmi.form.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.definition.GroupDefinition;
import io.jianmi.form.definition.LayoutBlock;
import io.jianmi.form.definition.LocalText;
import io.jianmi.form.definition.RuleDefinition;
import io.jianmi.form.definition.ViewDefinition;
import io.jianmi.form.field.FieldTypes;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A form document to a form definition. Thread-safe. */
public final class FormParser {

    private static final int DEFAULT_REVEAL_MINUTES = 10;

    private final DefinitionSchema schema = new DefinitionSchema("form.json");
    private final FieldParser fields;

    public FormParser(FieldTypes types) {
        this.fields = new FieldParser(types);
    }

    /** Checks and reads a document; keeps a copy of it. */
    public Parsed parse(JsonNode document) {
        List<Finding> findings = new ArrayList<>(schema.check(document));
        Optional<FormDefinition> form = document instanceof ObjectNode object
                ? Optional.of(form(object.deepCopy(), new Report("", findings)))
                : Optional.empty();
        return new Parsed(form, findings);
    }

    private FormDefinition form(ObjectNode source, Report report) {
        return new FormDefinition(
                Nodes.text(source, "key", ""),
                LocalText.of(source.path("title")),
                subject(source.path("dataSubject")),
                retention(source.path("retention")),
                publicForm(source.path("public")),
                fields.parse(source.path("fields"), report.child("fields")),
                ElementParser.parse(source.path("fields"), report.child("fields")),
                each(source, "rules", report, FormParser::rule),
                each(source, "layout", report, FormParser::block),
                each(source, "permissionGroups", report, FormParser::group),
                each(source, "views", report, FormParser::view),
                source);
    }

    private static <T> List<T> each(
            ObjectNode source, String name, Report report, BiFunction<JsonNode, String, T> parse) {
        List<T> parsed = new ArrayList<>();
        List<JsonNode> items = Nodes.items(source.path(name));
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isObject()) {
                parsed.add(parse.apply(items.get(i), report.child(name).child(i).pointer()));
            }
        }
        return parsed;
    }

    private static FormDefinition.@Nullable Subject subject(JsonNode node) {
        return node.isObject()
                ? new FormDefinition.Subject(
                        Nodes.text(node, "type", "natural-person"),
                        Nodes.texts(node, "identifiedBy"),
                        Nodes.text(node, "displayedBy"))
                : null;
    }

    private static FormDefinition.@Nullable Retention retention(JsonNode node) {
        return node.isObject()
                ? new FormDefinition.Retention(
                        Nodes.text(node, "keepFor", ""),
                        Nodes.text(node, "from", "createdAt"),
                        Nodes.text(node, "then", "erase"))
                : null;
    }

    private static FormDefinition.@Nullable PublicForm publicForm(JsonNode node) {
        return node.isObject()
                ? new FormDefinition.PublicForm(
                        Nodes.flag(node, "enabled"),
                        Nodes.texts(node, "fields"),
                        LocalText.of(node.path("notice")),
                        !node.has("captcha") || Nodes.flag(node, "captcha"))
                : null;
    }

    private static RuleDefinition rule(JsonNode node, String pointer) {
        return new RuleDefinition(
                pointer,
                Nodes.text(node, "when"),
                Nodes.texts(node, "show"),
                Nodes.texts(node, "hide"),
                Nodes.texts(node, "require"),
                Nodes.texts(node, "readOnly"),
                Nodes.textMap(node, "set"),
                Nodes.text(node, "check"),
                LocalText.of(node.path("message")),
                Nodes.text(node, "at"));
    }

    private static LayoutBlock block(JsonNode node, String pointer) {
        return ElementParser.block(node, "section", pointer);
    }

    private static GroupDefinition group(JsonNode node, String pointer) {
        JsonNode members = node.path("members");
        return new GroupDefinition(
                pointer,
                Nodes.text(node, "key", ""),
                LocalText.of(node.path("title")),
                new GroupDefinition.Members(
                        Nodes.set(members, "roles"),
                        Nodes.set(members, "departments"),
                        Nodes.set(members, "members"),
                        Nodes.flag(members, "everyone"),
                        Nodes.text(members, "expression")),
                Nodes.texts(node, "actions"),
                Nodes.text(node, "scope"),
                Nodes.text(node, "writeScope"),
                Nodes.textMap(node, "fields"),
                reveal(node.path("reveal")),
                Nodes.texts(node, "replace"),
                Nodes.texts(node, "deny"));
    }

    private static GroupDefinition.@Nullable Reveal reveal(JsonNode node) {
        return node.isObject()
                ? new GroupDefinition.Reveal(
                        Nodes.set(node, "purposes"),
                        Objects.requireNonNullElse(Nodes.integer(node, "minutes"), DEFAULT_REVEAL_MINUTES),
                        Nodes.integer(node, "perHour"),
                        Nodes.integer(node, "perDay"),
                        Nodes.text(node, "stepUp"),
                        Set.copyOf(Nodes.set(node.path("approvedBy"), "roles")))
                : null;
    }

    private static ViewDefinition view(JsonNode node, String pointer) {
        return new ViewDefinition(
                pointer,
                Nodes.text(node, "key", ""),
                Nodes.text(node, "type", "table"),
                LocalText.of(node.path("title")),
                Nodes.texts(node, "columns"),
                Nodes.text(node, "filter"),
                Nodes.texts(node, "sort"),
                Nodes.text(node, "groupBy"),
                Nodes.text(node, "dateField"));
    }
}
