package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;

/** What workflows tell the record runtime. Implemented by the workflow engine; without one, nothing ever runs. */
public interface RecordWorkflow {

    /** Whether a workflow was ever published for the form; from memory, so that forms without one pay nothing. */
    boolean bound(TenantKey tenant, String form);

    /** Where these records stand and what tasks give this actor on them; one round trip for all. */
    Uni<Map<UUID, RecordFlow>> flows(Actor actor, String form, Collection<UUID> records);

    /**
     * What must be written with records that were submitted, or changed while no workflow ran on them: empty unless the
     * workflow's {@code startWhen} is true for one of them.
     */
    Uni<Optional<Start>> onSubmitted(Actor actor, String form, int formVersion, List<Submission> submissions);

    /**
     * @param values all values of the record in clear, as expressions see them
     * @param workflow key of the one that may start; empty: the first of the form that does
     */
    record Submission(UUID record, int version, Map<String, Object> values, Optional<String> workflow) {

        public Submission(UUID record, int version, Map<String, Object> values) {
            this(record, version, values, Optional.empty());
        }
    }

    /** Records that the actor sees through tasks, as a condition on {@code id} of the form's table; empty: none. */
    default Optional<Condition> involving(Actor actor, String form) {
        return Optional.empty();
    }

    /** Those of these tasks that somebody can still decide; one round trip. */
    default Uni<Set<UUID>> open(TenantKey tenant, Collection<UUID> tasks) {
        return Uni.createFrom().item(Set.of());
    }

    /** Waits until the relay has done what it can for the record now, at most that long. */
    Uni<Void> settled(TenantKey tenant, UUID record, Duration patience);

    /** Rows and messages of starting instances, committed with their records. */
    record Start(List<Write> writes, List<OutboxMessage> messages) {}
}
