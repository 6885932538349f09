package io.jianmi.form.record;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.Cap;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record that the actor may know of, with the decision on each of its fields. Only {@link RecordReader} makes one.
 *
 * @param intact false when the seal is broken: nothing of its values may be shown or used
 * @param shared whether somebody shares it with him now
 * @param caps what its person's word cuts, whoever reads
 * @param flow what the record's workflow and the actor's tasks say
 * @param action for which it was decided
 */
record Visible(
        TenantKey tenant,
        CompiledForm form,
        StoredRecord row,
        RowAccess access,
        boolean intact,
        boolean shared,
        List<Cap> caps,
        RecordFlow flow,
        RecordAction action,
        Decision decision) {

    /** The record's access as other grants and another action would have it, all else being equal. */
    interface Decision {

        RowAccess of(Grants grants, RecordAction action);
    }

    /** The same record as far as somebody sees these fields of it, so. */
    Visible showing(Map<String, FieldAccess> fields) {
        return with(action, new RowAccess(true, fields, Set.of(), Set.of(), Map.of()));
    }

    /** The same record, decided on these grants. */
    Visible under(Grants grants) {
        return with(action, decision.of(grants, action));
    }

    /** The same record as its reader has it while something else is done; its access may be to nothing then. */
    Visible during(RecordAction other, Grants his) {
        return with(other, decision.of(his, other));
    }

    /** Whether the value of a field rests on a consent that its person has taken back. */
    boolean withdrawn(CompiledField field) {
        return caps.stream()
                .anyMatch(cap -> cap.key().equals(Cap.CONSENT) && cap.appliesOrFails(field.path(), field.level()));
    }

    private Visible with(RecordAction other, RowAccess decided) {
        return new Visible(tenant, form, row, decided, intact, shared, caps, flow, other, decision);
    }
}
