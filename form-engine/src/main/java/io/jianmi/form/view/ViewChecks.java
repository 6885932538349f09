package io.jianmi.form.view;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.OptionValues;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.RecordListRequest;
import io.jianmi.form.record.Records;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What speaks against a view when one person asks it of a form: everything that the query refuses him, and what no view may keep. */
@Singleton
final class ViewChecks {

    /** A field that is hidden to him, or none at all; both look alike. */
    static final String UNKNOWN = "field.unknown";

    /** It would keep in clear a value that is sealed in the records. */
    static final String PROTECTED = "view.protected-value";

    private static final Set<ColumnType.Kind> DATES = Set.of(ColumnType.Kind.DATE, ColumnType.Kind.TIMESTAMPTZ);

    private final Records records;

    ViewChecks(Records records) {
        this.records = records;
    }

    /** Of a view that is to be saved, its columns included. */
    Uni<List<Finding>> toSave(Actor actor, CompiledForm form, ViewContent content) {
        return findings(actor, form, content, true);
    }

    /** Of a view that is to be used; columns that are not his are left out then. */
    Uni<List<Finding>> toUse(Actor actor, CompiledForm form, ViewContent content) {
        return findings(actor, form, content, false);
    }

    private Uni<List<Finding>> findings(Actor actor, CompiledForm form, ViewContent content, boolean columns) {
        List<Finding> findings = new ArrayList<>();
        RecordListRequest question = content.question(columns, findings);
        if (Finding.anyBlocks(findings)) {
            return Uni.createFrom().item(findings);
        }
        return records.tried(actor, form, question).map(tried -> {
            tried.objections().stream().map(ViewChecks::placed).forEach(findings::add);
            protectedValues(content.condition(), tried.sealed(), findings);
            layout(content, form, findings);
            return findings;
        });
    }

    /** A comparison that stands for a field of the layout is none of the view's own. */
    private static Finding placed(Finding finding) {
        String pointer = finding.pointer();
        for (String place : List.of("/groupBy", "/date", "/end")) {
            if (pointer.startsWith(place + "/")) {
                String code = finding.code().equals("filter.operator") ? "view.field-unfit" : finding.code();
                return new Finding(finding.severity(), code, place, finding.params());
            }
        }
        return finding;
    }

    private static void protectedValues(Filter filter, Set<String> sealed, List<Finding> findings) {
        Filter.comparisons(filter)
                .filter(comparison -> sealed.contains(comparison.field()))
                .filter(comparison -> findings.stream().noneMatch(finding -> unknown(finding, comparison)))
                .forEach(comparison -> findings.add(Finding.error(PROTECTED, comparison.pointer() + "/field")));
    }

    private static boolean unknown(Finding finding, Filter.Comparison comparison) {
        return finding.code().equals(UNKNOWN) && finding.pointer().equals(comparison.pointer() + "/field");
    }

    private static void layout(ViewContent content, CompiledForm form, List<Finding> findings) {
        unfit(
                content.groupBy(),
                "/groupBy",
                findings,
                key -> form.field(key).filter(ViewChecks::isChoice).isPresent());
        unfit(
                content.date(),
                "/date",
                findings,
                key -> column(key, form).filter(DATES::contains).isPresent());
        unfit(
                content.end(),
                "/end",
                findings,
                key -> column(key, form)
                        .equals(Optional.ofNullable(content.date()).flatMap(date -> column(date, form))));
    }

    private interface Fit {
        boolean of(String key);
    }

    private static void unfit(@Nullable String key, String pointer, List<Finding> findings, Fit fit) {
        boolean said = findings.stream().anyMatch(finding -> finding.pointer().equals(pointer));
        if (key != null && !said && !fit.of(key)) {
            findings.add(Finding.error("view.field-unfit", pointer));
        }
    }

    /** One value out of a list that the designer wrote. */
    private static boolean isChoice(CompiledField field) {
        return field.type().options() instanceof OptionValues
                && field.columnType().kind() == ColumnType.Kind.TEXT;
    }

    private static Optional<ColumnType.Kind> column(String key, CompiledForm form) {
        return SystemField.parse(key)
                .map(SystemField::columnType)
                .or(() -> form.field(key).map(CompiledField::columnType))
                .map(ColumnType::kind);
    }
}
