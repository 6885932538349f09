package io.jianmi.form.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The decision for one actor, one record and one action.
 *
 * @param visible false: the record does not exist for him, and {@code fields} is empty
 * @param fields access of each field that is not hidden; a cell of a subform is {@code subform.field}
 * @param replaceable fields below {@code edit} that may be overwritten unread, by {@code {"replace": value}}
 * @param actions what he may do with this record
 * @param terms how he may reveal a field whose access is {@code reveal}, or would be but for a reveal that lasts (he may ask again), from
 *     each group that gives that right; absent when none does, and through tasks (their nodes carry terms of their own)
 */
public record RowAccess(
        boolean visible,
        Map<String, FieldAccess> fields,
        Set<String> replaceable,
        Set<RecordAction> actions,
        Map<String, List<RevealTerms>> terms) {

    public static final RowAccess NONE = new RowAccess(false, Map.of(), Set.of(), Set.of(), Map.of());

    public RowAccess {
        fields = Map.copyOf(fields);
        replaceable = Set.copyOf(replaceable);
        actions = Set.copyOf(actions);
        terms = Map.copyOf(terms);
    }

    public FieldAccess of(String field) {
        return fields.getOrDefault(field, FieldAccess.HIDDEN);
    }

    public List<RevealTerms> terms(String field) {
        return terms.getOrDefault(field, List.of());
    }

    public boolean allows(RecordAction action) {
        return actions.contains(action);
    }

    /** Whether a value may be entered when a record is made: one may type in what one may not read back, but not what one only reads. */
    public boolean enterable(String field) {
        FieldAccess access = of(field);
        return access == FieldAccess.EDIT || access == FieldAccess.MASKED || access == FieldAccess.REVEAL;
    }

    public boolean editable(String field) {
        return of(field) == FieldAccess.EDIT;
    }
}
