package io.jianmi.form.record;

import io.jianmi.core.cluster.Notice;
import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Which rows are shared with somebody now, for the access decision. That a share is in force is asked of the database, by the statement
 * that reads the rows; from memory is known only who receives any of a form, so that nobody else's statements grow. Who is remembered too
 * long is asked in vain; who was forgotten is told at once ({@link Notice} of {@link #TOPIC}).
 */
@Singleton
public final class RecordShares implements NoticeListener {

    /** Records of the form with this key are shared with other people. */
    static final String TOPIC = "share";

    private static final int CACHED = 5_000;

    private final Pool pool;
    private final InstantSource clock;
    private final Map<Form, Set<String>> receivers = new ConcurrentHashMap<>();

    /** Counts what was forgotten: what was read before must not be kept after. */
    private final AtomicLong forgotten = new AtomicLong();

    private record Form(TenantKey tenant, String key) {}

    RecordShares(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Rows of the form that are shared with the actor, as a condition on {@code id} of its table; empty: none. What is shared with somebody
     * is not shared with whoever looks as he.
     */
    Uni<Optional<Condition>> with(Actor actor, String form) {
        return actor.system() || actor.simulated()
                ? Uni.createFrom().item(Optional.empty())
                : receivers(new Form(actor.tenant(), form))
                        .map(members -> members.contains(actor.id().value())
                                ? Optional.of(rows(actor, form))
                                : Optional.empty());
    }

    /** An array made once: so an index on ids serves it beside those that serve scopes. */
    private Condition rows(Actor actor, String form) {
        return DSL.condition(
                "\"id\" = any(array(select s.record from {0} s where s.form = {1} and s.member = {2} and s.ended_at is null"
                        + " and s.until > {3}))",
                DSL.table(DSL.name(actor.tenant().schema(), "record_share")),
                DSL.val(form),
                DSL.val(actor.id().value()),
                DSL.val(RecordWrites.utc(clock.instant())));
    }

    private Uni<Set<String>> receivers(Form form) {
        Set<String> known = receivers.get(form);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        long before = forgotten.get();
        return pool.preparedQuery(
                        "select distinct member from \"%s\".record_share where form = $1 and ended_at is null and until > $2"
                                .formatted(form.tenant().schema()))
                .execute(Tuple.of(form.key(), RecordWrites.utc(clock.instant())))
                .map(rows -> {
                    Set<String> members = new HashSet<>();
                    rows.forEach(row -> members.add(row.getString(0)));
                    return keep(form, Set.copyOf(members), before);
                });
    }

    private Set<String> keep(Form form, Set<String> members, long before) {
        if (receivers.size() > CACHED) {
            receivers.clear();
        }
        receivers.put(form, members);
        if (forgotten.get() != before) {
            receivers.remove(form);
        }
        return members;
    }

    /** What tells every node, this one too, that other people receive records of the form now. */
    public static Notice notice(TenantKey tenant, String form) {
        return new Notice(TOPIC, tenant, form);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(TenantKey tenant, String key) {
        forgotten.incrementAndGet();
        receivers.remove(new Form(tenant, key));
    }

    @Override
    public void missed() {
        forgotten.incrementAndGet();
        receivers.clear();
    }
}
