package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.TaskGrant;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.form.record.WorkflowRecords.Edit;
import io.jianmi.form.record.WorkflowRecords.View;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Approve, reject, return, transfer: only the assignee, only while open, only as the step allows. */
@Singleton
public final class DecideHandler implements CommandHandler<DecideTask, LoadedTask, LoadedTask> {

    /** Signers of one node step on each other's toes rarely; five tries outlast a committee. */
    private static final int TRIES = 5;

    private final TaskStore store;
    private final WorkflowRecords records;
    private final OrgDirectory directory;
    private final DataKeys keys;
    private final Ids ids;
    private final InstantSource clock;

    DecideHandler(
            TaskStore store,
            WorkflowRecords records,
            OrgDirectory directory,
            DataKeys keys,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.records = records;
        this.directory = directory;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<LoadedTask> load(DecideTask command, Actor actor) {
        return store.load(actor.tenant(), command.task());
    }

    @Override
    public Permit authorize(DecideTask command, LoadedTask task, Actor actor) {
        String policy = task.instance().workflow().processId();
        return task.assignee().equals(actor.id())
                ? Permit.allow(policy)
                : Permit.refuse(ProblemException.of(TaskProblem.NOT_FOUND), policy);
    }

    /** Two signers of one step: the second decides anew on what the first has left. */
    @Override
    public int tries() {
        return TRIES;
    }

    @Override
    public Uni<Changes<LoadedTask>> decide(DecideTask command, LoadedTask task, Actor actor) {
        DecisionPlan plan = DecisionPlan.of(task, command, directory.of(actor.tenant()));
        TaskGrant grant = TaskGrants.of(task);
        String form = task.instance().form();
        UUID record = task.instance().record();
        return records.work(actor, form, record, command.data(), grant, command.seen())
                .chain(work -> seal(command, task, actor, work.edit())
                        .map(note -> changes(command, task, actor, plan, work.edit(), work.view(), note)));
    }

    @Override
    public Uni<ProblemException> conflict(DecideTask command, LoadedTask task, Actor actor, String index) {
        return records.conflict(actor, task.instance().form(), index);
    }

    private Changes<LoadedTask> changes(
            DecideTask command, LoadedTask task, Actor actor, DecisionPlan plan, Edit edit, View view, Note note) {
        Instant now = clock.instant();
        DecisionWrites decision = new DecisionWrites(actor.tenant(), task, plan, now);
        List<Write> writes = new ArrayList<>(edit.writes());
        writes.addAll(decision.of(command, ids.next()));
        writes.add(decision.timeline(note.id(), command, actor, edit, view, note.sealed()));
        return Changes.of(
                writes,
                audit(command, task, plan, edit),
                decision.messages(),
                () -> task.decided(plan.taskStatus(), task.word(command.act()), now));
    }

    /** @param id of the timeline entry, to which the comment's ciphertext is bound */
    private record Note(UUID id, Optional<byte[]> sealed) {}

    private Uni<Note> seal(DecideTask command, LoadedTask task, Actor actor, Edit edit) {
        UUID id = ids.next();
        if (command.comment().isEmpty() || edit.subject().isEmpty()) {
            return Uni.createFrom().item(new Note(id, Optional.empty()));
        }
        CellContext context =
                comment(actor, task.instance().form(), id, edit.subject().get());
        return keys.ring(actor.tenant(), Set.of(context.subject()), Set.of(KeyClass.S2))
                .map(ring -> new Note(
                        id,
                        Optional.of(ring.seal(
                                context, TextNode.valueOf(command.comment().get())))));
    }

    /** What a comment's ciphertext is bound to. */
    static CellContext comment(Actor actor, String form, UUID entry, UUID subject) {
        return new CellContext(actor.tenant(), form, entry, "workflow.comment", subject, KeyClass.S2);
    }

    private static AuditDraft audit(DecideTask command, LoadedTask task, DecisionPlan plan, Edit edit) {
        ObjectNode payload = Json.NODES.objectNode();
        command.comment().ifPresent(comment -> payload.put("comment", comment));
        edit.changed().forEach(payload.putArray("changed")::add);
        return AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "record", task.instance().record().toString(),
                        "form", task.instance().form(),
                        "node", task.node(),
                        "instance", task.instance().id().toString(),
                        "outcome", plan.outcome().orElse("pending"),
                        "version", edit.version()))
                .with(payload, edit.subject());
    }
}
