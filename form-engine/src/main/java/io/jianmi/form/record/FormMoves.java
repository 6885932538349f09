package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.MovedField;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.design.RowMoves;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** {@link RowMoves} over the tables of forms. */
@Singleton
final class FormMoves implements RowMoves {

    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;
    private final RecordStore store;
    private final RowBringing bringing;
    private final HistorySealing histories;

    FormMoves(Pool pool, RecordStore store, RowBringing bringing, HistorySealing histories) {
        this.pool = pool;
        this.store = store;
        this.bringing = bringing;
        this.histories = histories;
    }

    @Override
    public Rehearsal rehearse(TenantKey tenant, CompiledForm from, CompiledForm to) {
        MetValues met = new MetValues();
        return after -> store.fetch(Actor.system(tenant), from, List.of(), next("", after))
                .chain(rows -> bringing.convert(tenant, from, to, rows, met))
                .map(brought -> batch(to, brought));
    }

    @Override
    public Uni<Batch> bring(
            TenantKey tenant,
            CompiledForm from,
            CompiledForm to,
            Optional<UUID> after,
            Function<Batch, List<Write>> along) {
        return store.fetch(Actor.system(tenant), from, List.of(), next(new Moving(to).behind() + " and ", after))
                .chain(rows -> bringing.bring(tenant, from, to, rows, brought -> along.apply(batch(to, brought))))
                .map(brought -> batch(to, brought));
    }

    private static Sql.Part next(String condition, Optional<UUID> after) {
        return Sql.Part.of(condition + "\"id\" > ? order by \"id\" limit " + BATCH, after.orElse(FIRST));
    }

    private static Batch batch(CompiledForm to, List<Brought> rows) {
        Map<String, Tally> fields = new HashMap<>();
        to.kept().moved().forEach(field -> fields.put(field.path(), Tally.NONE));
        rows.forEach(row -> row.fields().forEach((path, tally) -> fields.merge(path, tally, Tally::plus)));
        return new Batch(
                rows.size() < BATCH
                        ? Optional.empty()
                        : Optional.of(rows.get(rows.size() - 1).id()),
                rows.size(),
                fields,
                (int) rows.stream().filter(row -> !row.intact()).count());
    }

    @Override
    public Uni<Optional<UUID>> settle(TenantKey tenant, CompiledForm to, Optional<UUID> after) {
        Moving moving = new Moving(to);
        StringBuilder rows = new StringBuilder();
        to.subforms().stream()
                .filter(subform -> moving.moves(subform.key()))
                .forEach(subform -> rows.append(
                        ", \"%1$s\" as (update %2$s as c set %3$s from batch where c.\"record_id\" = batch.\"id\")"
                                .formatted(
                                        subform.key(),
                                        Sql.quoted(tenant.schema(), subform.table()),
                                        Sql.assigned(moving.emptiedCells(subform.key(), "batch.\"form_version\"")))));
        String sql = """
                with batch as (select "id", "form_version" from %1$s where "form_version" < %2$d and "%3$s" = "row_tag" and "id" > $1
                    order by "id" limit %5$d for update)%7$s
                update %1$s as t set "form_version" = %2$d, "row_tag" = t."%4$s", %6$s
                from batch where t."id" = batch."id" returning t."id"
                """.formatted(
                        Sql.quoted(tenant.schema(), to.table().name()),
                        to.version(),
                        TablePlan.NEXT_OF,
                        TablePlan.NEXT_TAG,
                        BATCH,
                        Sql.assigned(moving.emptied()),
                        rows);
        return pool.preparedQuery(sql).execute(Tuple.of(after.orElse(FIRST))).map(FormMoves::last);
    }

    @Override
    public Uni<Optional<UUID>> sealHistory(TenantKey tenant, CompiledForm to, Optional<UUID> after) {
        if (to.kept().movedFields().stream().allMatch(MovedField::converted)) {
            return Uni.createFrom().item(Optional.empty());
        }
        String sql = "select \"id\", \"subject_id\" from %s where \"id\" > $1 order by \"id\" limit %d"
                .formatted(Sql.quoted(tenant.schema(), to.table().name()), BATCH);
        return pool.preparedQuery(sql).execute(Tuple.of(after.orElse(FIRST))).chain(rows -> {
            Map<UUID, UUID> subjects = new HashMap<>();
            rows.forEach(row -> subjects.put(row.getUUID(0), row.getUUID(1)));
            return histories.seal(tenant, to, subjects).replaceWith(last(rows));
        });
    }

    private static Optional<UUID> last(RowSet<Row> rows) {
        UUID last = null;
        int count = 0;
        for (Row row : rows) {
            UUID id = row.getUUID(0);
            // As PostgreSQL compares them: as bytes, which their texts compare alike.
            last = last == null || id.toString().compareTo(last.toString()) > 0 ? id : last;
            count++;
        }
        return count < BATCH ? Optional.empty() : Optional.ofNullable(last);
    }

    @Override
    public Uni<Long> count(TenantKey tenant, CompiledForm form) {
        return pool.query("select count(*) from "
                        + Sql.quoted(tenant.schema(), form.table().name()))
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
