package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Changing, deleting and restoring many records at once, and taking that back: the commands of one record, given many. */
@Singleton
final class RecordBatches {

    private final CommandPipeline pipeline;
    private final UpdateRecordHandler updating;
    private final TrashRecordHandler trashing;
    private final BatchStore batches;
    private final FormerValues former;
    private final ReadLog reads;
    private final Ids ids;

    RecordBatches(
            CommandPipeline pipeline,
            UpdateRecordHandler updating,
            TrashRecordHandler trashing,
            BatchStore batches,
            FormerValues former,
            ReadLog reads,
            Ids ids) {
        this.pipeline = pipeline;
        this.updating = updating;
        this.trashing = trashing;
        this.batches = batches;
        this.former = former;
        this.reads = reads;
        this.ids = ids;
    }

    /** @param undo by which it is taken back; empty where the actor's groups do not let him */
    record Done(List<UUID> ids, Optional<UUID> undo) {}

    /**
     * Gives all the same values.
     *
     * @param versions those that the caller has read, of some or none
     */
    Uni<Done> update(Actor actor, CompiledForm form, List<UUID> records, Map<UUID, Integer> versions, ObjectNode data) {
        RecordTargets targets = RecordTargets.many(records, versions);
        Set<String> fields =
                Set.copyOf(data.properties().stream().map(Map.Entry::getKey).toList());
        return done(
                actor,
                form,
                BatchStore.Action.UPDATE,
                fields,
                along -> pipeline.run(updating, new UpdateRecord(form, targets, data, false, along), actor));
    }

    /** Moves all to the recycle bin, or back. */
    Uni<Done> trash(Actor actor, CompiledForm form, List<UUID> records, boolean restore) {
        RecordTargets targets = RecordTargets.many(records, Map.of());
        BatchStore.Action action = restore ? BatchStore.Action.RESTORE : BatchStore.Action.TRASH;
        return done(
                actor,
                form,
                action,
                List.of(),
                along -> pipeline.run(trashing, new TrashRecord(form, targets, restore, along), actor));
    }

    private Uni<Done> done(
            Actor actor,
            CompiledForm form,
            BatchStore.Action action,
            Collection<String> fields,
            Function<Function<List<Sealed>, List<Write>>, Uni<List<Sealed>>> command) {
        Optional<UUID> undo =
                form.access().matching(actor).ever(counter(action)) ? Optional.of(ids.next()) : Optional.empty();
        return command.apply(
                        stored -> undo.map(id -> batches.remember(actor, form, id, action, fields, stored)).stream()
                                .toList())
                .map(stored -> new Done(Records.ids(stored), undo));
    }

    private static RecordAction counter(BatchStore.Action action) {
        return switch (action) {
            case UPDATE -> RecordAction.UPDATE;
            case TRASH -> RecordAction.RESTORE;
            case RESTORE -> RecordAction.DELETE;
        };
    }

    /** Takes a batch back, all or nothing: what has changed since is named by its place in it. */
    Uni<Done> undo(Actor actor, CompiledForm form, UUID id) {
        AuditDraft entry = AuditDraft.of("record.undo", "form/" + form.key()).under(form.policy());
        return reads.noting(actor, entry, batches.find(actor, form, id))
                .chain(batch -> undo(actor, form, batch))
                .map(stored -> new Done(Records.ids(stored), Optional.empty()));
    }

    private Uni<List<Sealed>> undo(Actor actor, CompiledForm form, BatchStore.Batch batch) {
        Function<List<Sealed>, List<Write>> along = stored -> List.of(batches.undone(actor, batch.id()));
        if (batch.action() != BatchStore.Action.UPDATE) {
            boolean restore = batch.action() == BatchStore.Action.TRASH;
            return pipeline.run(trashing, new TrashRecord(form, batch.targets(), restore, along), actor);
        }
        return former.of(actor, form, batch)
                .chain(before -> pipeline.run(
                        updating,
                        new UpdateRecord(
                                form, batch.targets(), before.edits(), before.rows(), false, Optional.empty(), along),
                        actor));
    }
}
