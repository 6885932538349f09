package io.jianmi.form.record;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Carries out {@link PurgeRecords}: the record goes with its rows, history, comments, shares and reveals; its files are let go of, so that
 * {@code FileChore} removes them. What was done with it stays in the audit log, and so do the keys of its person, by which the log is read.
 */
@Singleton
final class PurgeRecordsHandler implements CommandHandler<PurgeRecords, Integer, List<PurgeRecords.Binned>> {

    /** Whose rows go with a record; each names it in its column {@code record}. */
    private static final List<String> HANGING =
            List.of("record_history", "record_comment", "record_share", "reveal_grant", "subject_conflict");

    @Override
    public Uni<List<PurgeRecords.Binned>> load(PurgeRecords command, Actor actor) {
        return Uni.createFrom().item(command.records());
    }

    /** Nobody but the system, when their time is over. */
    @Override
    public Permit authorize(PurgeRecords command, List<PurgeRecords.Binned> loaded, Actor actor) {
        return actor.system()
                ? Permit.allow(command.policy())
                : Permit.refuse(ProblemException.of(CommonProblem.NOT_FOUND), command.policy());
    }

    @Override
    public Uni<Changes<Integer>> decide(PurgeRecords command, List<PurgeRecords.Binned> loaded, Actor actor) {
        CompiledForm form = command.form();
        String schema = actor.tenant().schema();
        UUID[] ids = loaded.stream().map(PurgeRecords.Binned::id).toArray(UUID[]::new);
        List<Write> writes = new ArrayList<>();
        writes.add(Write.many(
                "delete from " + Sql.quoted(schema, form.table().name())
                        + " where deleted_at < $3 and (id, version) in (select * from unnest($1::uuid[], $2::integer[]))",
                Tuple.of(
                        ids,
                        loaded.stream().map(PurgeRecords.Binned::version).toArray(Integer[]::new),
                        RecordWrites.utc(command.over())),
                ids.length));
        children(form).forEach(rows -> writes.add(gone(Sql.quoted(schema, rows), "record_id", ids)));
        HANGING.forEach(rows -> writes.add(gone(Sql.quoted(schema, rows), "record", ids)));
        // As if they had been let go of when the record was thrown away: their time is over too.
        writes.add(Write.any(
                "update \"%s\".file set detached_at = least(detached_at, $2) where record = any($1)".formatted(schema),
                Tuple.of(ids, RecordWrites.utc(command.over().minusSeconds(1)))));
        return Uni.createFrom().item(new Changes<>(writes, entries(command), List.of(), () -> ids.length));
    }

    private static List<AuditDraft> entries(PurgeRecords command) {
        return command.records().stream()
                .map(record -> AuditDraft.of(command.action(), command.form().object(record.id()))
                        .with(Map.of(
                                "version",
                                record.version(),
                                "trashed",
                                record.trashedAt().toString())))
                .toList();
    }

    /** Tables of the rows of subforms, those that are gone among them. */
    private static Set<String> children(CompiledForm form) {
        Set<String> tables = new LinkedHashSet<>();
        form.subforms().stream().map(CompiledSubform::table).forEach(tables::add);
        form.kept().cells().keySet().stream().map(form::childTable).forEach(tables::add);
        return tables;
    }

    private static Write gone(String table, String column, UUID[] ids) {
        return Write.any(
                "delete from " + table + " where " + column + " = any($1)",
                Tuple.tuple().addArrayOfUUID(ids));
    }
}
