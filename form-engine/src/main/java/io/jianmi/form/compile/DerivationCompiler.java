package io.jianmi.form.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Derivation;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.field.Nested;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Third pass: fields that are worked out for each reader are held against what they read, and inherit its level. Of a stored version
 * nothing is reported: its sources may have changed since, and what is gone is then absent for every reader.
 */
final class DerivationCompiler {

    private static final Set<Type.Kind> ORDERED =
            Set.of(Type.Kind.NUMBER, Type.Kind.DATE, Type.Kind.DATE_TIME, Type.Kind.TIME);

    private final ExpressionSite site;
    private final CompileContext context;
    private final String form;
    private final Map<String, CompiledField> own;
    private final Map<String, CompiledSubform> subforms = new LinkedHashMap<>();

    DerivationCompiler(
            ExpressionSite site,
            CompileContext context,
            String form,
            Map<String, CompiledField> own,
            List<CompiledSubform> subforms) {
        List<Finding> findings = context.stored() ? new ArrayList<>() : site.findings();
        this.site = new ExpressionSite(site.expressions(), findings);
        this.context = context;
        this.form = form;
        this.own = own;
        subforms.forEach(subform -> this.subforms.put(subform.key(), subform));
        subforms.forEach(subform -> subform.fields().stream()
                .filter(CompiledField::derived)
                .forEach(cell -> place(cell).child("type").error("field.derived-in-subform")));
    }

    /** The field with the level that it inherits; any other field as it is. */
    CompiledField resolve(CompiledField field) {
        Optional<Derivation> derivation = field.type().derivation();
        if (derivation.isEmpty()) {
            return field;
        }
        return derivation.get() instanceof Derivation.LookUp lookUp
                ? lookUp(field, lookUp)
                : rollUp(field, (Derivation.RollUp) derivation.get());
    }

    private CompiledField lookUp(CompiledField field, Derivation.LookUp lookUp) {
        Report place = place(field);
        CompiledField through = own.get(lookUp.through());
        if (through == null || through.type().column().kind() != ColumnType.Kind.UUID) {
            place.child("through").error("look-up.through-invalid", Map.of("field", lookUp.through()));
            return field;
        }
        if (through.encrypted()) {
            place.child("through").error("look-up.through-protected", Map.of("field", lookUp.through()));
        }
        String target = through.type().references().orElseThrow().form();
        Map<String, CompiledField> there = fieldsOf(target);
        if (there == null) {
            place.child("through").error("look-up.form-unpublished", Map.of("form", target));
            return field;
        }
        Report at = place.child("field");
        CompiledField source = there.get(lookUp.field());
        if (source == null) {
            at.error("look-up.field-unknown", Map.of("field", lookUp.field()));
            return field;
        }
        if (source.derived()
                || source.type().capability(Nested.class).isPresent()
                || source.type().attachments().isPresent()) {
            at.error(
                    "look-up.field-unsupported",
                    Map.of("type", source.definition().type()));
            return field;
        }
        return inheriting(field, source.tag(), place);
    }

    private CompiledField rollUp(CompiledField field, Derivation.RollUp rollUp) {
        Report place = place(field);
        Map<String, CompiledField> rows = rows(rollUp, place.child("of"));
        if (rows == null) {
            return field;
        }
        CompiledField filtered = field.filtered(filter(rollUp, rows, place.child("filter")));
        if (rollUp.aggregate() == Aggregate.COUNT) {
            rollUp.field().ifPresent(key -> place.child("field").error("roll-up.field-unneeded"));
            return filtered;
        }
        if (rollUp.field().isEmpty()) {
            place.error("roll-up.field-missing");
            return filtered;
        }
        Report at = place.child("field");
        CompiledField source = rows.get(rollUp.field().get());
        if (source == null) {
            at.error("roll-up.field-unknown", Map.of("field", rollUp.field().get()));
            return filtered;
        }
        if (source.encrypted()) {
            at.error("roll-up.field-protected", Map.of("level", source.level().key()));
            return filtered;
        }
        if (!aggregates(rollUp.aggregate(), source)) {
            at.error(
                    "roll-up.field-unsupported",
                    Map.of("type", source.definition().type()));
            return filtered;
        }
        return inheriting(filtered, source.tag(), place);
    }

    /** The fields of the rows that are rolled up; null and reported when there are no such rows. */
    private @Nullable Map<String, CompiledField> rows(Derivation.RollUp rollUp, Report of) {
        if (rollUp.form().isEmpty()) {
            CompiledSubform subform = subforms.get(rollUp.key());
            if (subform == null) {
                of.error("roll-up.source-unknown", Map.of("field", rollUp.key()));
                return null;
            }
            return byKey(subform.fields());
        }
        String target = rollUp.form().get();
        Map<String, CompiledField> rows = fieldsOf(target);
        if (rows == null) {
            of.error("roll-up.form-unpublished", Map.of("form", target));
            return null;
        }
        CompiledField relation = rows.get(rollUp.key());
        boolean here = relation != null
                && !relation.encrypted()
                && relation.type()
                        .references()
                        .filter(references -> references.form().equals(form))
                        .isPresent();
        if (!here) {
            of.error("roll-up.relation-invalid", Map.of("field", rollUp.key()));
            return null;
        }
        return rows;
    }

    /** A condition on protected values would tell of them by what it counts. */
    private @Nullable CompiledExpression filter(
            Derivation.RollUp rollUp, Map<String, CompiledField> rows, Report place) {
        Names names = Names.none();
        for (CompiledField field : rows.values()) {
            if (field.derived()) {
                names = names.withheld(field.key());
            } else if (field.type().capability(Nested.class).isEmpty()) {
                names = names.with(field.key(), field.type().valueType(), field.level());
            }
        }
        String text = rollUp.filter();
        SqlColumns columns = new SqlColumns(rows.values());
        CompiledExpression filter = rollUp.form().isPresent()
                ? site.filter(text, names.withUser(), columns::of, place.pointer())
                : site.condition(text, names.withUser(), place.pointer());
        if (filter != null && filter.taint().compareTo(Sensitivity.INTERNAL) > 0) {
            place.error(
                    "roll-up.filter-protected", Map.of("level", filter.taint().key()));
            return null;
        }
        return filter;
    }

    private static boolean aggregates(Aggregate aggregate, CompiledField source) {
        Type.Kind kind = source.type().valueType().kind();
        return switch (aggregate) {
            case COUNT -> true;
            case SUM, AVERAGE -> kind == Type.Kind.NUMBER && !source.derived();
            case MIN, MAX -> ORDERED.contains(kind) && !source.derived();
        };
    }

    private @Nullable Map<String, CompiledField> fieldsOf(String target) {
        if (target.equals(form)) {
            return own;
        }
        CompiledForm source = context.sources().get(target);
        return source == null ? null : byKey(source.fields());
    }

    private static Map<String, CompiledField> byKey(List<CompiledField> fields) {
        Map<String, CompiledField> byKey = new LinkedHashMap<>();
        fields.forEach(field -> byKey.put(field.key(), field));
        return byKey;
    }

    private static CompiledField inheriting(CompiledField field, Tag source, Report place) {
        Tag tag = field.tag();
        if (!tag.declared()) {
            return field.tagged(new Tag(
                    tag.level().max(source.level()),
                    false,
                    source.category(),
                    Set.of(),
                    source.masker(),
                    source.lawfulBasis(),
                    null));
        }
        if (tag.level().compareTo(source.level()) < 0) {
            place.child("sensitivity")
                    .child("level")
                    .error(
                            "field.sensitivity-too-low",
                            Map.of("least", source.level().key()));
        }
        return field.tagged(tag.atLeast(source.level()));
    }

    private Report place(CompiledField field) {
        return new Report(field.definition().pointer(), site.findings());
    }
}
