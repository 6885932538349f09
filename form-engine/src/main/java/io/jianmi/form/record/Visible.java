package io.jianmi.form.record;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.compile.CompiledForm;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A record that the actor may know of, with the decision on each of its fields. Only {@link RecordReader} makes one.
 *
 * @param intact false when the seal is broken: nothing of its values may be shown or used
 * @param flow what the record's workflow and the actor's tasks say
 * @param decision {@code access} as other grants would have it, all else being equal
 */
record Visible(
        TenantKey tenant,
        CompiledForm form,
        StoredRecord row,
        RowAccess access,
        boolean intact,
        RecordFlow flow,
        Function<Grants, RowAccess> decision) {

    /** The same record as far as somebody sees these fields of it, so. */
    Visible showing(Map<String, FieldAccess> fields) {
        return new Visible(
                tenant, form, row, new RowAccess(true, fields, Set.of(), Set.of(), Map.of()), intact, flow, decision);
    }

    /** The same record, decided on these grants. */
    Visible under(Grants grants) {
        return new Visible(tenant, form, row, decision.apply(grants), intact, flow, decision);
    }
}
