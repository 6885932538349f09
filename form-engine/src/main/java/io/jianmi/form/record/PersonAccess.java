package io.jianmi.form.record;

import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.field.OrgValue;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a person's right to a copy opens of a record that is about her (ADR 0037): her own values, whatever groups, tags and consents
 * withhold from whoever makes the copy. What the record tells of others stays as he has it himself, at most masked where he has nothing.
 * Pure.
 */
final class PersonAccess {

    /** What tells who somebody is: in the rows of a subform it is not the person of the record whom it tells of. */
    private static final Set<DataCategory> IDENTIFYING = EnumSet.of(
            DataCategory.NAME,
            DataCategory.PHONE,
            DataCategory.EMAIL,
            DataCategory.IDCARD,
            DataCategory.BANKCARD,
            DataCategory.ADDRESS,
            DataCategory.BIRTH,
            DataCategory.WECHAT,
            DataCategory.PLATE,
            DataCategory.PASSPORT,
            DataCategory.BIOMETRIC);

    private PersonAccess() {}

    /** @param his what the one access decision gives whoever makes the copy */
    static RowAccess of(CompiledForm form, RowAccess his) {
        Map<String, FieldAccess> fields = new HashMap<>();
        form.fields().forEach(field -> fields.put(field.path(), of(field, false, his)));
        for (CompiledSubform subform : form.subforms()) {
            subform.fields().forEach(cell -> fields.put(cell.path(), of(cell, true, his)));
        }
        fields.values().removeIf(access -> access == FieldAccess.HIDDEN);
        return new RowAccess(true, fields, Set.of(), Set.of(), Map.of());
    }

    private static FieldAccess of(CompiledField field, boolean inRow, RowAccess his) {
        if (field.derived()) {
            // The value of another record, which may be somebody else's.
            return his.of(field.path()).min(FieldAccess.READ);
        }
        if (field.level() == Sensitivity.SECRET) {
            return FieldAccess.MASKED;
        }
        return ofOthers(field, inRow)
                ? his.of(field.path()).min(FieldAccess.READ).max(FieldAccess.MASKED)
                : FieldAccess.READ;
    }

    /** Members and departments, and people in the rows of a subform. */
    private static boolean ofOthers(CompiledField field, boolean inRow) {
        return field.type().capability(OrgValue.class).isPresent()
                || inRow
                        && field.encrypted()
                        && field.tag().category().filter(IDENTIFYING::contains).isPresent();
    }
}
