package io.jianmi.workflow.task;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.record.AutomationRecords;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Records of other forms as rows of a table, one a change, so that they are counted. */
final class FakeOtherRecords implements AutomationRecords {

    @Override
    public Uni<Changes<List<UUID>>> create(
            Actor initiator, String form, List<Map<String, Given>> values, Optional<String> workflow) {
        List<UUID> made = values.stream().map(one -> UUID.randomUUID()).toList();
        List<Write> rows =
                made.stream().map(id -> row(initiator.tenant(), id, form)).toList();
        return Uni.createFrom().item(new Changes<>(rows, entry(form), List.of(), () -> made));
    }

    @Override
    public Uni<Begun> begin(Actor initiator, String form, List<UUID> records, Optional<String> workflow) {
        throw new UnsupportedOperationException("no automation starts the workflow of records that stand");
    }

    @Override
    public Uni<Changes<List<String>>> amend(Actor initiator, String form, UUID record, Map<String, Given> values) {
        return Uni.createFrom()
                .item(new Changes<>(
                        List.of(row(initiator.tenant(), record, form + " amended")),
                        entry(form),
                        List.of(),
                        () -> List.copyOf(values.keySet())));
    }

    private static List<AuditDraft> entry(String form) {
        return List.of(AuditDraft.of("record.automated", "form/" + form));
    }

    private static Write row(TenantKey tenant, UUID record, String form) {
        return Write.one(
                "insert into \"%s\".test_made (record, form) values ($1, $2)".formatted(tenant.schema()),
                Tuple.of(record, form));
    }
}
