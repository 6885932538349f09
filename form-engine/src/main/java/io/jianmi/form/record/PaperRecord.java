package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A record as it may go on paper.
 *
 * @param record in the shape of {@code GET records/{id}}, each field as it may leave
 * @param shown keys of the fields that its rules show; one that they hide is left out when it is empty, as on the page
 * @param entry about its printing, with the protected fields that stand on the paper
 */
public record PaperRecord(ObjectNode record, Set<String> shown, AuditDraft entry) {

    static PaperRecord of(
            Visible visible, ObjectNode record, Map<String, JsonNode> read, Map<String, @Nullable Object> user) {
        CompiledForm form = visible.form();
        Predicate<String> known = path -> atLeast(visible, path, FieldAccess.MASKED);
        Predicate<String> reads = path -> atLeast(visible, path, FieldAccess.READ);
        Set<String> shown = ShownFields.toReader(form, user, read, known, reads);
        shown.removeIf(
                key -> form.field(key).map(field -> field.definition().hidden()).orElse(true));
        return new PaperRecord(record, Set.copyOf(shown), entry(visible));
    }

    /** Of a subform all of its columns; what is no field, such as {@code user} and {@code status}, everybody knows. */
    private static boolean atLeast(Visible visible, String path, FieldAccess least) {
        CompiledForm form = visible.form();
        String key = path.split("\\.", 2)[0];
        if (form.field(key).isEmpty()) {
            return true;
        }
        return visible.access().of(key).atLeast(least)
                && form.subform(key)
                        .map(subform -> subform.fields().stream()
                                .allMatch(
                                        cell -> visible.access().of(cell.path()).atLeast(least)))
                        .orElse(true);
    }

    private static AuditDraft entry(Visible visible) {
        Set<String> clear = new TreeSet<>();
        Set<String> masked = new TreeSet<>();
        Sensitivity highest = Sensitivity.PUBLIC;
        for (CompiledField field : Told.held(visible)) {
            FieldAccess may = visible.access().of(field.path());
            if (may != FieldAccess.HIDDEN) {
                (may.atLeast(FieldAccess.READ) ? clear : masked).add(field.path());
                highest = highest.max(field.level());
            }
        }
        Map<String, Object> context =
                new LinkedHashMap<>(Map.of("version", visible.row().version(), "level", highest.key()));
        if (!clear.isEmpty()) {
            context.put("fields", String.join(",", clear));
        }
        if (!masked.isEmpty()) {
            context.put("masked", String.join(",", masked));
        }
        return AuditDraft.of("record.print", visible.form().object(visible.row().id()))
                .with(context)
                .under(visible.form().policy());
    }
}
