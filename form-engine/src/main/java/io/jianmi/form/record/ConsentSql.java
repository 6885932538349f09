package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.val;

import io.jianmi.core.privacy.consent.ConsentLedger;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.ConsentBases;
import io.jianmi.form.compile.CompiledForm;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** What the ledger says of the person of a row, told with the row and asked in conditions, so that it costs no statement more. */
final class ConsentSql {

    private ConsentSql() {}

    /** The column that {@link #said} reads; empty where nothing of the form rests on a consent. */
    static Optional<String> told(TenantKey tenant, CompiledForm form) {
        return form.consents().any()
                ? Optional.of("array(select case act when 'GRANT' then '+' else '-' end || purpose from "
                        + ConsentLedger.newest(tenant, "\"subject_id\"") + ")")
                : Optional.empty();
    }

    /** What its person has said last of each purpose; null when the column holds nothing of the kind. */
    static String @Nullable [] said(Row row, int column) {
        return row.getArrayOfStrings(column);
    }

    /**
     * Whether no consent is taken back on which this field of the row at hand rests: only then somebody computes with it by the right to
     * read it.
     *
     * @return empty when it rests on none
     */
    static Optional<Condition> stands(TenantKey tenant, CompiledForm form, String field) {
        ConsentBases bases = form.consents();
        List<Condition> all = new ArrayList<>();
        for (Set<String> purposes : bases.of(field)) {
            String[] these = purposes.toArray(String[]::new);
            all.add(condition(
                    "coalesce((select bool_or(act = 'GRANT') from {0} where {1}), true)",
                    sql(ConsentLedger.newest(tenant, "\"subject_id\"")),
                    purposes.isEmpty() ? condition("true") : condition("purpose = any({0})", val(these))));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(and(all));
    }
}
