package io.jianmi.form.record;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Removes for ever what has lain in the recycle bin for its time, some of each form's in one commit, so it may be cut off and repeated. What is
 * of somebody who is held, or whose data is restricted, is kept for as long as that stands.
 */
@Singleton
public final class BinEmptying implements Chore {

    static final int SOME = 200;

    private static final String KEPT = """
             and subject_id not in (select subject from %1$s.subject_hold where released_at is null
            union all select subject from %1$s.subject_restriction)""";

    private final Function<TenantKey, Uni<List<CompiledForm>>> forms;
    private final Purge purge;
    private final BinTime bin;
    private final InstantSource clock;

    /** Removes records, each with an audit entry; answers how many. */
    interface Purge {

        Uni<Integer> run(PurgeRecords command, Actor actor);
    }

    @Inject
    BinEmptying(
            CompiledForms forms,
            CommandPipeline pipeline,
            PurgeRecordsHandler handler,
            BinTime bin,
            InstantSource clock) {
        this(
                tenant -> forms.all(tenant)
                        .map(all ->
                                all.stream().map(CompiledForms.Published::form).toList()),
                (command, actor) -> pipeline.run(handler, command, actor),
                bin,
                clock);
    }

    BinEmptying(Function<TenantKey, Uni<List<CompiledForm>>> forms, Purge purge, BinTime bin, InstantSource clock) {
        this.forms = forms;
        this.purge = purge;
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "record-bin";
    }

    /** @param connection holds the lock of this chore and reads; each commit is its own */
    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        Instant over = bin.began(clock.instant());
        return forms.apply(tenant).chain(all -> {
            Uni<Boolean> more = Uni.createFrom().item(false);
            for (CompiledForm form : all) {
                more = more.chain(
                        before -> empty(tenant, form, connection, over).map(gone -> before || gone == SOME));
            }
            return more;
        });
    }

    private Uni<Integer> empty(TenantKey tenant, CompiledForm form, SqlConnection connection, Instant over) {
        return connection
                .preparedQuery("select id, version, deleted_at from "
                        + Sql.quoted(tenant.schema(), form.table().name()) + " where deleted_at < $1"
                        + KEPT.formatted(Sql.quoted(tenant.schema())) + " limit $2")
                .execute(Tuple.of(RecordWrites.utc(over), SOME))
                .chain(rows -> {
                    List<PurgeRecords.Binned> binned = new ArrayList<>();
                    for (Row row : rows) {
                        binned.add(new PurgeRecords.Binned(
                                row.getUUID(0),
                                row.getInteger(1),
                                row.getOffsetDateTime(2).toInstant()));
                    }
                    return binned.isEmpty()
                            ? Uni.createFrom().item(0)
                            : purge.run(new PurgeRecords(form, binned, over), Actor.system(tenant));
                });
    }
}
