package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.DefaultValue;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.Nested;
import io.jianmi.form.field.OrgValue;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Defaults that are taken from other forms, held against what they read. Of a stored version nothing is reported: the other form may have
 * changed since, and what cannot be read any more gives no value.
 */
final class LinkageCompiler {

    private static final JsonNode SAMPLE = Json.NODES.textNode("0");

    private final ExpressionSite site;
    private final CompileContext context;
    private final String form;
    private final Map<String, CompiledField> own;
    private final Names names;

    /** @param names of the form's own fields, with {@code user} */
    LinkageCompiler(
            ExpressionSite site, CompileContext context, String form, Map<String, CompiledField> own, Names names) {
        this.site = new ExpressionSite(site.expressions(), context.stored() ? new ArrayList<>() : site.findings());
        this.context = context;
        this.form = form;
        this.own = own;
        this.names = names;
    }

    /** The field with the default that it takes from elsewhere; any other field as it is. */
    CompiledField resolve(CompiledField field) {
        if (!(field.definition().defaultValue() instanceof DefaultValue.Linkage linkage) || !field.typed()) {
            return field;
        }
        Report place = new Report(field.definition().pointer() + linkage.place(), site.findings());
        if (field.type().capability(Nested.class).isPresent()) {
            place.error("field.linkage-unsupported");
            return field;
        }
        Map<String, CompiledField> there = fieldsOf(linkage.form());
        if (there == null) {
            place.child("form").error("linkage.form-unpublished", Map.of("form", linkage.form()));
            return field;
        }
        boolean readable = readable(field, there.get(linkage.field()), linkage, place.child("field"));
        return where(linkage.where(), there, place.child("where"))
                .filter(where -> readable)
                .map(where -> field.linked(new CompiledDefault.Linkage(linkage.form(), linkage.field(), where)))
                .orElse(field);
    }

    private static boolean readable(
            CompiledField field, @Nullable CompiledField source, DefaultValue.Linkage linkage, Report at) {
        if (source == null) {
            at.error("linkage.field-unknown", Map.of("field", linkage.field()));
            return false;
        }
        boolean other = source.derived()
                || source.type().capability(Nested.class).isPresent()
                || source.type().attachments().isPresent()
                || !source.type().valueType().equals(field.type().valueType())
                || !alike(field, source);
        if (other) {
            at.error(
                    "linkage.field-unsupported",
                    Map.of("type", source.definition().type()));
        } else if (source.level().compareTo(field.level()) > 0) {
            at.error("field.level-disclosed", Map.of("level", source.level().key()));
        }
        return !other;
    }

    /** Ids of people, departments and records are read by fields of the same kind alone. */
    private static boolean alike(CompiledField field, CompiledField source) {
        boolean ids = names(field) || names(source);
        return !ids
                || field.definition().type().equals(source.definition().type())
                        && field.type()
                                .references()
                                .map(ReferenceOptions::form)
                                .equals(source.type().references().map(ReferenceOptions::form));
    }

    private static boolean names(CompiledField field) {
        return field.type().references().isPresent()
                || field.type().capability(OrgValue.class).isPresent();
    }

    private Optional<LinkageCondition> where(String text, Map<String, CompiledField> there, Report place) {
        Names other = Names.none();
        Set<String> known = new HashSet<>();
        for (CompiledField field : there.values()) {
            known.add(field.key());
            if (field.derived()) {
                other = other.withheld(field.key());
            } else if (field.type().capability(Nested.class).isEmpty()) {
                other = other.with(field.key(), field.type().valueType(), field.level());
            }
        }
        for (SystemField field : SystemField.values()) {
            known.add(field.key());
        }
        Names all = names.with(LinkageCondition.RECORD, Type.context(names), Sensitivity.INTERNAL)
                .within(SystemField.in(other));
        CompiledExpression condition = site.condition(text, all, place.pointer());
        if (condition == null) {
            return Optional.empty();
        }
        Optional<LinkageCondition> where = condition
                .portable()
                .map(tree -> new LinkageCondition(tree, known))
                .filter(made ->
                        made.filter(key -> SAMPLE, ExpressionSite.SAMPLE_USER).isPresent());
        if (where.isEmpty()) {
            place.error("linkage.where-unsupported");
        }
        return where;
    }

    private @Nullable Map<String, CompiledField> fieldsOf(String target) {
        if (target.equals(form)) {
            return own;
        }
        CompiledForm source = context.sources().get(target);
        if (source == null) {
            return null;
        }
        Map<String, CompiledField> byKey = new LinkedHashMap<>();
        source.fields().forEach(field -> byKey.put(field.key(), field));
        return byKey;
    }
}
