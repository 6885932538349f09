package io.jianmi.form.record;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.jianmi.core.cluster.Notice;
import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.form.compile.CompiledForm;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Whose records are restricted: they are there for the privacy desk alone. Whose they are is asked of the database, by the statement that
 * reads the rows; from memory is known only that a tenant restricts nobody, so that its statements do not grow. It is told at once when that
 * changes, and looks again every few seconds in case it was not.
 */
@Singleton
public final class RestrictedSubjects implements NoticeListener {

    private static final String TOPIC = "restriction";

    private final Pool pool;
    private final Tenants tenants;

    /** Tenants that restrict nobody. */
    private final Map<TenantKey, Boolean> free = new ConcurrentHashMap<>();

    /** Counts what was forgotten: what was read before must not be kept after. */
    private final AtomicLong forgotten = new AtomicLong();

    public RestrictedSubjects(Pool pool, Tenants tenants) {
        this.pool = pool;
        this.tenants = tenants;
    }

    /** Whether rows are to be asked whether they are of such a person when this actor reads them; a simulated one is no more than both are. */
    boolean concerns(Actor actor) {
        return !(PrivacyDesk.sits(actor) && PrivacyDesk.sits(actor.accountable())) && any(actor.tenant());
    }

    /** Whether the tenant restricts anybody, as far as this node knows. */
    boolean any(TenantKey tenant) {
        return !free.containsKey(tenant);
    }

    /** Whether some row of a form is of such a person and out of this actor's sight for that. */
    Uni<Boolean> within(Actor actor, CompiledForm form) {
        if (!concerns(actor)) {
            return Uni.createFrom().item(false);
        }
        String schema = actor.tenant().schema();
        return pool.query("select exists (select from %s where subject_id in (select subject from %s))"
                        .formatted(Sql.quoted(schema, form.table().name()), Sql.quoted(schema, "subject_restriction")))
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** That the row at hand is of such a person; empty where that need not be asked. */
    Optional<Condition> flag(Actor actor) {
        return concerns(actor) ? Optional.of(of(actor.tenant(), "in")) : Optional.empty();
    }

    /** That the row at hand is of nobody such. */
    Condition none(Actor actor) {
        return concerns(actor) ? of(actor.tenant(), "not in") : DSL.noCondition();
    }

    private static Condition of(TenantKey tenant, String in) {
        return condition(
                "\"subject_id\" " + in + " (select restricted.subject from {0} restricted)",
                table(name(tenant.schema(), "subject_restriction")));
    }

    @Scheduled(every = "5s", delayed = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return tenants.each(this::look)
                .onFailure()
                .invoke(free::clear)
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> look(TenantKey tenant) {
        long before = forgotten.get();
        return pool.query("select exists (select from \"%s\".subject_restriction)".formatted(tenant.schema()))
                .execute()
                .invoke(rows -> keep(tenant, rows.iterator().next().getBoolean(0), before))
                .replaceWithVoid();
    }

    private void keep(TenantKey tenant, boolean any, long before) {
        if (any) {
            free.remove(tenant);
        } else {
            free.put(tenant, true);
            if (forgotten.get() != before) {
                free.remove(tenant);
            }
        }
    }

    /** What tells every node, this one too, that somebody of the tenant is restricted now. */
    public static Notice notice(TenantKey tenant) {
        return new Notice(TOPIC, tenant, "subjects");
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(TenantKey tenant, String key) {
        forgotten.incrementAndGet();
        free.remove(tenant);
    }

    @Override
    public void missed() {
        forgotten.incrementAndGet();
        free.clear();
    }
}
