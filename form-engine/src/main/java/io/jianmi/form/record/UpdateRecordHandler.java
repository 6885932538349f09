package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out {@link UpdateRecord}. */
@Singleton
final class UpdateRecordHandler implements CommandHandler<UpdateRecord, Sealed, Visible> {

    private final RecordReader reader;
    private final RecordRevision revision;
    private final RecordReferences references;
    private final RecordWorkflow workflow;
    private final RecordConflicts conflicts;
    private final Ids ids;

    UpdateRecordHandler(
            RecordReader reader,
            RecordRevision revision,
            RecordReferences references,
            RecordWorkflow workflow,
            RecordConflicts conflicts,
            Ids ids) {
        this.reader = reader;
        this.revision = revision;
        this.references = references;
        this.workflow = workflow;
        this.conflicts = conflicts;
        this.ids = ids;
    }

    @Override
    public Uni<Visible> load(UpdateRecord command, Actor actor) {
        return reader.intact(actor, command.form(), command.id(), RecordAction.UPDATE);
    }

    @Override
    public Permit authorize(UpdateRecord command, Visible visible, Actor actor) {
        String policy = command.form().policy();
        boolean own = visible.row().status() == StoredRecord.Status.DRAFT
                && visible.row().createdBy().equals(actor.id().value());
        boolean may = visible.access().allows(RecordAction.UPDATE) || own;
        if (!may || visible.row().trashed()) {
            return Permit.refuse(RecordProblem.refused(RecordAction.UPDATE), policy);
        }
        if (visible.flow().running() && !visible.access().allows(RecordAction.MANAGE)) {
            return Permit.refuse(ProblemException.of(RecordProblem.IN_WORKFLOW), policy);
        }
        if (visible.row().version() != command.version()) {
            return Permit.refuse(ProblemException.of(RecordProblem.STALE_VERSION), policy);
        }
        return conflicts
                .exhausted(command.form(), actor)
                .map(problem -> Permit.refuse(problem, policy))
                .orElseGet(() -> Permit.allow(policy));
    }

    @Override
    public Uni<Changes<Sealed>> decide(UpdateRecord command, Visible visible, Actor actor) {
        CompiledForm form = command.form();
        StoredRecord.Status status =
                command.submit() ? StoredRecord.Status.SUBMITTED : visible.row().status();
        return revision.open(actor.tenant(), form, visible.row()).chain(opened -> {
            RecordInput.Parsed input =
                    RecordInput.forChange(form, visible.access(), opened.values(), command.data(), ids);
            RecordLogic.Outcome outcome = RecordLogic.apply(
                    form,
                    UserContext.of(actor),
                    opened.values(),
                    input.typed(),
                    false,
                    status == StoredRecord.Status.SUBMITTED,
                    field -> visible.access().of(field) != FieldAccess.HIDDEN,
                    "/data");
            return references
                    .missing(actor, form, List.of(new RecordChange(opened.values(), input.typed(), "/data")))
                    .map(missing -> draft(input, outcome, missing))
                    .chain(draft -> revision.next(
                                    actor, form, opened, draft, status, null, command.submit() ? "submit" : "update")
                            .invoke(next -> WriteScopes.narrowed(
                                            form, actor, next.ready().row(), draft.values())
                                    .ifPresent(grants -> hold(command, visible, actor, opened, grants)))
                            .chain(next -> start(command, visible, actor, draft, status, next)
                                    .map(start -> changes(command, draft, next, start))));
        });
    }

    private static RecordDraft draft(RecordInput.Parsed input, RecordLogic.Outcome outcome, List<Finding> missing) {
        List<Finding> findings = input.and(outcome.findings());
        findings.addAll(missing);
        RecordProblem.refuse(findings);
        return new RecordDraft(outcome.values(), outcome.changed());
    }

    /** What was let through before it was known what it would come to, asked again of the groups that let this version be stored. */
    private void hold(UpdateRecord command, Visible visible, Actor actor, RecordRevision.Opened opened, Grants grants) {
        Visible storing = visible.under(grants);
        RecordInput.Parsed input =
                RecordInput.forChange(command.form(), storing.access(), opened.values(), command.data(), ids);
        boolean may = storing.access().allows(RecordAction.UPDATE) || grants.ever(RecordAction.CREATE);
        if (!may
                || Finding.anyBlocks(input.findings())
                || authorize(command, storing, actor).refusal().isPresent()) {
            throw ProblemException.of(RecordProblem.OUTSIDE_WRITE_SCOPE);
        }
    }

    private Uni<Optional<RecordWorkflow.Start>> start(
            UpdateRecord command,
            Visible visible,
            Actor actor,
            RecordDraft draft,
            StoredRecord.Status status,
            RecordRevision.Next next) {
        CompiledForm form = command.form();
        if (status != StoredRecord.Status.SUBMITTED
                || visible.flow().running()
                || !workflow.bound(actor.tenant(), form.key())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return workflow.onSubmitted(
                actor,
                form.key(),
                form.version(),
                List.of(new RecordWorkflow.Submission(
                        command.id(),
                        next.ready().row().version(),
                        RecordLogic.variables(form, UserContext.of(actor), draft.values()))));
    }

    private static Changes<Sealed> changes(
            UpdateRecord command, RecordDraft draft, RecordRevision.Next next, Optional<RecordWorkflow.Start> start) {
        List<Write> writes = new ArrayList<>();
        next.writes().forEach(write -> writes.add(stale(write)));
        writes.addAll(command.along());
        List<OutboxMessage> followUps = new ArrayList<>();
        start.ifPresent(begin -> {
            writes.addAll(begin.writes());
            followUps.addAll(begin.messages());
        });
        StoredRecord row = next.ready().row();
        ObjectNode payload = Json.NODES.objectNode();
        draft.changed().stream().sorted().forEach(payload.putArray("fields")::add);
        AuditDraft entry = AuditDraft.of(command.action(), command.target())
                .with(Map.of("version", row.version(), "digest", next.ready().digest()))
                .with(payload, Optional.of(row.subject()));
        return Changes.of(writes, entry, followUps, next::ready);
    }

    /** Losing the race after the check is the same 412 as failing the check. */
    private static Write stale(Write write) {
        return write.otherwise() == StoreProblem.LOST_RACE
                ? new Write(write.sql(), write.parameters(), write.expected(), RecordProblem.STALE_VERSION)
                : write;
    }

    @Override
    public Uni<ProblemException> conflict(UpdateRecord command, Visible visible, Actor actor, String index) {
        return conflicts.explain(command.form(), actor, index, "/data", 1);
    }
}
