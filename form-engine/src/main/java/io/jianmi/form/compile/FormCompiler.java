package io.jianmi.form.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.AccessPolicy;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.PurposeBases;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.expression.Expressions;
import io.jianmi.form.expression.Names;
import io.jianmi.form.field.FieldTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Checks a definition and resolves it into a compiled form. Thread-safe. */
public final class FormCompiler {

    private final FieldTypes types;
    private final Expressions expressions;

    public FormCompiler(FieldTypes types, Expressions expressions) {
        this.types = types;
        this.expressions = expressions;
    }

    /** All findings at once; a form when none of them blocks. */
    public Compilation compile(FormDefinition definition, CompileContext context) {
        List<Finding> findings = new ArrayList<>();
        ExpressionSite site = new ExpressionSite(expressions, findings);
        List<Draft> drafts = new FieldDrafts(types, context, definition.key(), findings).of(definition.fields());
        FieldCompiler compiler = new FieldCompiler(site, drafts);
        Map<String, CompiledField> byKey = new LinkedHashMap<>();
        drafts.stream().map(compiler::field).forEach(field -> byKey.put(field.key(), field));
        List<CompiledSubform> asDrafted = subforms(definition, drafts, byKey, compiler);
        DerivationCompiler derivations = new DerivationCompiler(site, context, definition.key(), byKey, asDrafted);
        byKey.replaceAll((key, field) -> derivations.resolve(field));
        LinkageCompiler linkages =
                new LinkageCompiler(site, context, definition.key(), Map.copyOf(byKey), compiler.names());
        byKey.replaceAll((key, field) -> linkages.resolve(field));
        KeptFields kept = kept(context, byKey.values(), asDrafted);
        kept.columns().forEach((path, version) -> byKey.computeIfPresent(path, (key, field) -> field.movedIn(version)));
        List<CompiledSubform> subforms =
                asDrafted.stream().map(subform -> subform.moved(kept.columns())).toList();
        List<CompiledField> fields = List.copyOf(byKey.values());
        new DocumentChecks(byKey, findings).check(definition);

        Names names = compiler.names();
        SqlColumns columns = new SqlColumns(fields);
        RuleCompiler rules = new RuleCompiler(site, byKey, names);
        ViewCompiler views = new ViewCompiler(site, byKey, columns, names);
        GroupCompiler groups = new GroupCompiler(site, byKey, columns, names, fresh(byKey, context));
        CompiledForm.Parts parts = new CompiledForm.Parts(
                fields,
                subforms,
                compiler.order(),
                definition.rules().stream().map(rules::compile).toList(),
                definition.views().stream().map(views::compile).toList(),
                context.sources(),
                kept);
        List<PermissionGroup> compiledGroups =
                definition.permissionGroups().stream().map(groups::compile).toList();
        TablePlan table = new TablePlanner(definition.key())
                .plan(
                        fields,
                        subforms,
                        parts.views(),
                        compiledGroups,
                        !kept.moved().isEmpty());
        CompiledForm form = new CompiledForm(
                definition,
                context.version(),
                parts,
                new AccessPolicy(
                        compiledGroups,
                        levels(fields, subforms),
                        purposes(parts),
                        GroupCompiler.visitors(definition.publicForm())),
                table);
        new PublicChecks(form, findings).check();
        new VersionChecks(findings, context.conversions()).check(form, context.previous());
        if (!context.stored()) {
            RowWidth.check(form, findings);
        }
        return new Compilation(
                Finding.anyBlocks(findings) ? Optional.empty() : Optional.of(form), Optional.of(form), findings);
    }

    private static KeptFields kept(
            CompileContext context, Collection<CompiledField> fields, List<CompiledSubform> subforms) {
        if (context.stored()) {
            return context.kept();
        }
        Map<String, CompiledField> byPath = new LinkedHashMap<>();
        fields.forEach(field -> byPath.put(field.path(), field));
        subforms.forEach(subform -> subform.fields().forEach(cell -> byPath.put(cell.path(), cell)));
        return KeptFields.after(context.previous(), byPath);
    }

    private static List<CompiledSubform> subforms(
            FormDefinition definition, List<Draft> drafts, Map<String, CompiledField> fields, FieldCompiler compiler) {
        return drafts.stream()
                .filter(draft -> !draft.cells().isEmpty() && fields.containsKey(draft.key()))
                .map(draft -> new CompiledSubform(
                        Objects.requireNonNull(fields.get(draft.key())),
                        draft.cells().stream().map(compiler::field).toList(),
                        TablePlanner.childTable(definition.key(), draft.key())))
                .toList();
    }

    private static Map<String, Sensitivity> levels(List<CompiledField> fields, List<CompiledSubform> subforms) {
        Map<String, Sensitivity> levels = new LinkedHashMap<>();
        fields.forEach(field -> levels.put(field.path(), field.level()));
        subforms.forEach(subform -> subform.fields().forEach(cell -> levels.put(cell.path(), cell.level())));
        return levels;
    }

    private static PurposeBases purposes(CompiledForm.Parts parts) {
        List<CompiledField> all = new ArrayList<>(parts.fields());
        parts.subforms().forEach(subform -> all.addAll(subform.fields()));
        return ConsentSources.purposes(all, parts.rules());
    }

    private static List<String> fresh(Map<String, CompiledField> fields, CompileContext context) {
        CompiledForm previous = context.previous();
        if (previous == null) {
            return List.of();
        }
        return fields.values().stream()
                .filter(field -> field.encrypted()
                        && previous.field(field.key())
                                .filter(CompiledField::encrypted)
                                .isEmpty())
                .map(CompiledField::key)
                .toList();
    }
}
