package io.jianmi.form.record;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.definition.LocalText;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
     *
     * @param to whom the person who submits has chosen for the steps right behind; empty: nobody is asked, as in an import
     */
    Uni<Optional<Start>> onSubmitted(Actor actor, String form, List<Submission> submissions, Optional<List<String>> to);

    /** Steps whose people whoever submits a record with these values chooses; none where no workflow would start. */
    default Uni<List<NextStep>> chosenAtSubmission(Actor actor, String form, Map<String, Object> values) {
        return Uni.createFrom().item(List.of());
    }

    /** @param required whether somebody has to be chosen, since nothing is said of what happens else */
    record NextStep(String node, LocalText title, boolean required) {}

    /**
     * What must be written with a record that somebody who manages it has changed while a workflow ran on it: those who act on it
     * learn from the timeline that it was not one of them.
     *
     * @param entry id of the change's entry in the audit log, and of the one on the timeline
     * @param version that the change made
     * @param changed fields
     */
    Write onManaged(Actor actor, UUID entry, UUID record, int version, Set<String> changed);

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

    /**
     * Rows and messages of starting instances, committed with their records.
     *
     * @param chosen members to whom the person who submits sends them
     */
    record Start(List<Write> writes, List<OutboxMessage> messages, List<MemberId> chosen) {

        /** The entry of a submission, with whom it has chosen. */
        static AuditDraft told(Optional<Start> start, AuditDraft entry) {
            return start.map(Start::chosen)
                    .filter(chosen -> !chosen.isEmpty())
                    .map(chosen -> entry.with(
                            Map.of("to", chosen.stream().map(MemberId::value).collect(Collectors.joining(",")))))
                    .orElse(entry);
        }
    }
}
