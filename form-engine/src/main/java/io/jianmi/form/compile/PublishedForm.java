package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.expression.CompiledExpression;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A form as clients get it: the definition, its version, and {@code compiled} with the portable trees of formulas and rules (a rule keeps
 * its place in the list). What an expression outside the portable subset gives, the server computes: {@code {"server": true}}.
 */
public final class PublishedForm {

    private PublishedForm() {}

    /** All of it, for those who design it. */
    public static ObjectNode whole(CompiledForm form) {
        return document(form, path -> true, Told.ALL);
    }

    /**
     * What an actor may know: fields that no group of his could ever give him more than hidden on do not exist, nor does anything that
     * names them; permission groups are told as his own actions.
     */
    public static ObjectNode visibleTo(CompiledForm form, Actor actor) {
        return visibleTo(form, form, actor);
    }

    /**
     * As {@link #visibleTo(CompiledForm, Actor)}, of a former version: what today's groups hide is not told by an old definition either. Of
     * a field that was removed since, the groups of that version are the only ones that speak.
     */
    public static ObjectNode visibleTo(CompiledForm former, CompiledForm today, Actor actor) {
        Grants grants = today.access().own(actor);
        Grants then = former.access().own(actor);
        ObjectNode document = document(
                former,
                path -> (today.find(path).isPresent() ? grants : then).atMost(path) != FieldAccess.HIDDEN,
                (source, field) -> source.access().own(actor).atMost(field.path()) != FieldAccess.HIDDEN);
        document.remove("permissionGroups");
        Set<String> actions = new TreeSet<>();
        EnumSet.allOf(RecordAction.class).stream().filter(grants::ever).forEach(action -> actions.add(action.key()));
        document.set("actions", Json.MAPPER.valueToTree(actions));
        Set<String> replace = new TreeSet<>();
        for (PermissionGroup group : grants.groupsWith(RecordAction.UPDATE)) {
            replace.addAll(group.replace());
        }
        document.set("replace", Json.MAPPER.valueToTree(replace));
        return document;
    }

    /** What a reader of exactly these fields may know, rows of a subform included. */
    public static ObjectNode limitedTo(CompiledForm form, Set<String> fields) {
        // A derived field is among them only when something of its source is shown.
        ObjectNode document = document(form, path -> fields.contains(path.split("\\.", 2)[0]), (source, field) -> true);
        document.remove("permissionGroups");
        return document;
    }

    /** Whether a reader may know of a field that a derived one reads. */
    private interface Told {

        /** Of those who design the forms. */
        Told ALL = (source, field) -> true;

        boolean of(CompiledForm form, CompiledField field);
    }

    private static ObjectNode document(CompiledForm form, Predicate<String> known, Told told) {
        ObjectNode document = form.definition().source().deepCopy();
        document.put("version", form.version());
        if (told != Told.ALL) {
            document.remove("public");
        }
        PublishedLayout layout = new PublishedLayout(form.definition(), known);
        ArrayNode fields = fields(document.path("fields"), "", form, known, told);
        document.path("fields").forEach(node -> layout.element(node, fields));
        document.set("fields", fields);
        ArrayNode rules = Json.NODES.arrayNode();
        ArrayNode compiledRules = Json.NODES.arrayNode();
        for (int i = 0; i < form.rules().size(); i++) {
            CompiledRule rule = form.rules().get(i);
            if (nameable(rule, known)) {
                rules.add(document.path("rules").path(i));
                compiledRules.add(rule(rule));
            }
        }
        document.set("rules", rules);
        document.set("layout", layout.blocks(document.path("layout")));
        document.set("views", views(document.path("views"), form, known));
        subject(document, known);
        ObjectNode compiled = document.putObject("compiled");
        compiled.set("formulas", formulas(form, known));
        compiled.set("rules", compiledRules);
        compiled.set("views", filters(form, known));
        return document;
    }

    /** Adds the level that holds to each field, since a level may be implied or inherited. */
    private static ArrayNode fields(
            JsonNode fields, String parent, CompiledForm form, Predicate<String> known, Told told) {
        ArrayNode kept = Json.NODES.arrayNode();
        for (JsonNode node : fields) {
            String path = parent + node.path("key").asText();
            CompiledField field = form.find(path).orElse(null);
            if (field == null || !known.test(path)) {
                continue;
            }
            ObjectNode copy = node.deepCopy();
            if (copy.path("fields").isArray()) {
                copy.set("fields", fields(copy.path("fields"), path + ".", form, known, told));
            }
            Predicate<String> here = rowOf(field, form, known);
            if (!reads(field.formula(), here)) {
                copy.remove("formula");
                copy.put("computed", true);
            }
            if (!reads(field.requiredWhen(), here)) {
                copy.remove("requiredWhen");
            }
            if (field.defaultValue() instanceof CompiledDefault.Formula formula && !reads(formula.expression(), here)) {
                copy.remove("default");
            }
            linked(copy, field, told);
            copy.withObject("/sensitivity").put("level", field.level().key());
            derived(copy, field, form, known, told);
            kept.add(copy);
        }
        return kept;
    }

    /** Where a linkage reads is for those who design forms; others are told that the server has a value to begin with. */
    private static void linked(ObjectNode copy, CompiledField field, Told told) {
        if (field.defaultValue() instanceof CompiledDefault.Linkage) {
            if (told != Told.ALL) {
                copy.remove(List.of("default", "linkage"));
            }
            copy.put("linked", true);
        }
    }

    /**
     * Adds to a derived field what its values look like ({@code result}). Who does not design forms is not told what it reads: the
     * other form and its fields may not exist for him.
     */
    private static void derived(
            ObjectNode copy, CompiledField field, CompiledForm form, Predicate<String> known, Told told) {
        if (!field.derived()) {
            return;
        }
        if (told != Told.ALL) {
            copy.remove(List.of("field", "of", "filter"));
            if (!known.test(copy.path("through").asText())) {
                copy.remove("through");
            }
        }
        DerivedResult.of(form, field)
                .filter(result -> result.source()
                        .map(source -> told.of(result.form(), source))
                        .orElse(true))
                .ifPresent(result -> copy.set("result", result.document()));
    }

    private static ObjectNode formulas(CompiledForm form, Predicate<String> known) {
        ObjectNode formulas = Json.NODES.objectNode();
        for (CompiledField field : form.formulas()) {
            CompiledExpression formula = field.formula();
            if (formula != null && known.test(field.path())) {
                formulas.set(
                        field.path(),
                        reads(formula, rowOf(field, form, known))
                                ? formula.portable()
                                        .<ObjectNode>map(
                                                tree -> Json.NODES.objectNode().set("tree", tree))
                                        .orElseGet(PublishedForm::byServer)
                                : byServer());
            }
        }
        return formulas;
    }

    /** Names of the row, where there is one, stand before those of the record. */
    private static Predicate<String> rowOf(CompiledField field, CompiledForm form, Predicate<String> known) {
        String subform = field.subform();
        return name -> {
            String inRow = subform + "." + name;
            return known.test(subform != null && form.find(inRow).isPresent() ? inRow : name);
        };
    }

    private static ObjectNode rule(CompiledRule rule) {
        ObjectNode compiled = Json.NODES.objectNode();
        put(compiled, "when", rule.when());
        put(compiled, "check", rule.check());
        if (!rule.set().isEmpty()) {
            ObjectNode set = compiled.putObject("set");
            rule.set().forEach((key, value) -> put(set, key, value));
        }
        return compiled;
    }

    private static void put(ObjectNode target, String name, @Nullable CompiledExpression expression) {
        if (expression != null) {
            expression.portable().ifPresentOrElse(tree -> target.set(name, tree), () -> target.put("server", true));
        }
    }

    private static ObjectNode byServer() {
        return Json.NODES.objectNode().put("server", true);
    }

    /** A rule that reads or touches a field that the reader may not know of is the server's alone. */
    static boolean nameable(CompiledRule rule, Predicate<String> known) {
        String at = rule.at();
        return reads(rule.when(), known)
                && reads(rule.check(), known)
                && rule.set().entrySet().stream().allMatch(entry -> assigns(entry, known))
                && rule.show().stream().allMatch(known)
                && rule.hide().stream().allMatch(known)
                && rule.require().stream().allMatch(known)
                && rule.readOnly().stream().allMatch(known)
                && (at == null || known.test(at));
    }

    private static boolean assigns(Map.Entry<String, CompiledExpression> entry, Predicate<String> known) {
        return known.test(entry.getKey()) && reads(entry.getValue(), known);
    }

    private static boolean reads(@Nullable CompiledExpression expression, Predicate<String> known) {
        return expression == null || expression.inputs().stream().allMatch(name -> isKnown(name, known));
    }

    private static ArrayNode views(JsonNode views, CompiledForm form, Predicate<String> known) {
        ArrayNode kept = Json.NODES.arrayNode();
        for (int i = 0; i < form.views().size(); i++) {
            if (isTellable(form.views().get(i), known)) {
                ObjectNode copy = views.path(i).deepCopy();
                keepTexts(copy, "columns", known);
                kept.add(copy);
            }
        }
        return kept;
    }

    private static boolean isTellable(CompiledView view, Predicate<String> known) {
        String groupBy = view.groupBy();
        String dateField = view.dateField();
        return reads(view.filter(), known)
                && (groupBy == null || isKnown(groupBy, known))
                && (dateField == null || isKnown(dateField, known))
                && view.sort().stream().allMatch(key -> isKnown(key.field(), known));
    }

    /** Trees of the filters by view, for clients to send with the query. */
    private static ObjectNode filters(CompiledForm form, Predicate<String> known) {
        ObjectNode filters = Json.NODES.objectNode();
        form.views().stream()
                .filter(view -> view.filter() != null && isTellable(view, known))
                .forEach(view -> put(filters.putObject(view.key()), "tree", view.filter()));
        return filters;
    }

    private static boolean isKnown(String key, Predicate<String> known) {
        return SystemField.parse(key).isPresent() || known.test(key);
    }

    private static void subject(ObjectNode document, Predicate<String> known) {
        if (document.path("dataSubject") instanceof ObjectNode subject) {
            keepTexts(subject, "identifiedBy", known);
            if (!known.test(subject.path("displayedBy").asText())) {
                subject.remove("displayedBy");
            }
        }
    }

    private static void keepTexts(ObjectNode object, String name, Predicate<String> known) {
        if (object.path(name).isArray()) {
            ArrayNode kept = Json.NODES.arrayNode();
            object.path(name).forEach(key -> {
                if (isKnown(key.asText(), known)) {
                    kept.add(key);
                }
            });
            object.set(name, kept);
        }
    }
}
