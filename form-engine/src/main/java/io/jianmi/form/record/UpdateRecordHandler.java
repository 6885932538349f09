package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.thread.OffLoop;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Carries out {@link UpdateRecord}. */
@Singleton
final class UpdateRecordHandler implements CommandHandler<UpdateRecord, List<Sealed>, List<Visible>> {

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
    public Uni<List<Visible>> load(UpdateRecord command, Actor actor) {
        return reader.all(actor, command.form(), command.targets(), command.former(), RecordAction.UPDATE);
    }

    @Override
    public Permit authorize(UpdateRecord command, List<Visible> loaded, Actor actor) {
        return new Permit(
                command.targets()
                        .refusal(i -> refusal(command, i, loaded.get(i), actor))
                        .or(() -> conflicts.exhausted(command.form(), actor)),
                command.form().policy());
    }

    private static Optional<ProblemException> refusal(UpdateRecord command, int which, Visible visible, Actor actor) {
        boolean own = visible.row().status() == StoredRecord.Status.DRAFT
                && visible.row().createdBy().equals(actor.id().value());
        boolean may = visible.access().allows(RecordAction.UPDATE) || own;
        if (!may || visible.row().trashed()) {
            return Optional.of(RecordProblem.refused(RecordAction.UPDATE));
        }
        if (visible.flow().running() && !visible.access().allows(RecordAction.MANAGE)) {
            return Optional.of(ProblemException.of(RecordProblem.IN_WORKFLOW));
        }
        return command.targets().stale(which, visible.row());
    }

    @Override
    public Uni<Changes<List<Sealed>>> decide(UpdateRecord command, List<Visible> loaded, Actor actor) {
        CompiledForm form = command.form();
        List<StoredRecord> rows = loaded.stream().map(Visible::row).toList();
        return revision.open(actor.tenant(), form, rows)
                .chain(opened -> OffLoop.run(opened.size(), () -> read(command, loaded, actor, opened)))
                .chain(read -> references.missing(actor, form, read.sent()).map(read::steps))
                .chain(steps -> revision.next(actor, form, steps, command.submit() ? "submit" : "update")
                        .invoke(next -> hold(command, loaded, actor, steps, next))
                        .chain(next -> start(command, loaded, actor, steps, next)
                                .map(start -> changes(command, loaded, actor, steps, next, start))));
    }

    /** What was sent for each record, what formulas and rules make of it, and all that is wrong with it so far. */
    private record Read(
            RecordTargets targets,
            List<RecordChange> sent,
            List<RecordRevision.Step> made,
            List<List<Finding>> findings) {

        /** The next versions when nothing is wrong with them. */
        List<RecordRevision.Step> steps(List<List<Finding>> missing) {
            for (int i = 0; i < missing.size(); i++) {
                findings.get(i).addAll(missing.get(i));
            }
            RecordProblem.refuse(targets.told(findings));
            return made;
        }
    }

    private Read read(UpdateRecord command, List<Visible> loaded, Actor actor, List<RecordRevision.Opened> opened) {
        Read read = new Read(command.targets(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < opened.size(); i++) {
            read(command, i, loaded.get(i), actor, opened.get(i), read);
        }
        return read;
    }

    private void read(
            UpdateRecord command, int which, Visible visible, Actor actor, RecordRevision.Opened opened, Read into) {
        String pointer = command.targets().pointer(which);
        Map<String, JsonNode> before = new HashMap<>(opened.values());
        before.putAll(command.edits().get(which).beside());
        RecordInput.Parsed input = input(command, which, visible, opened);
        StoredRecord.Status status = status(command, opened.row());
        RecordLogic.Outcome outcome = RecordLogic.apply(
                command.form(),
                UserContext.of(actor),
                before,
                input.typed(),
                false,
                status == StoredRecord.Status.SUBMITTED,
                field -> visible.access().of(field) != FieldAccess.HIDDEN,
                pointer);
        List<Finding> findings = input.and(outcome.findings());
        findings.addAll(ofOneOnly(command, which, visible));
        into.findings().add(findings);
        // What is put back was there before, whoever it names may have left since.
        boolean back = command.targets().kind() == RecordTargets.Kind.BACK;
        into.sent().add(new RecordChange(back ? input.typed() : opened.values(), input.typed(), pointer));
        Set<String> changed = RecordDraft.difference(opened.values(), outcome.values());
        into.made()
                .add(new RecordRevision.Step(
                        opened, new RecordDraft(outcome.values(), changed), status, null, pointer));
    }

    /**
     * Rows and files belong to one record: many cannot be given the same, and the history does not bring them back. Consent is one
     * person's own answer.
     */
    private static List<Finding> ofOneOnly(UpdateRecord command, int which, Visible visible) {
        CompiledForm form = command.form();
        List<Finding> findings = new ArrayList<>();
        if (command.targets().kind() != RecordTargets.Kind.ONE) {
            command.edits().get(which).data().fieldNames().forEachRemaining(key -> {
                boolean ofOne = form.subform(key).isPresent()
                        || form.field(key).filter(RecordFiles::holdsFiles).isPresent()
                        || form.field(key).filter(RecordConsents::asks).isPresent();
                if (ofOne && visible.access().of(key) != FieldAccess.HIDDEN) {
                    findings.add(Finding.error(
                            "field.not-in-batch",
                            Pointer.child(command.targets().pointer(which), key)));
                }
            });
        }
        return findings;
    }

    private RecordInput.Parsed input(UpdateRecord command, int which, Visible visible, RecordRevision.Opened opened) {
        ObjectNode data = command.edits().get(which).data();
        String pointer = command.targets().pointer(which);
        return RecordInput.forChange(command.form(), visible.access(), opened.values(), data, pointer, ids);
    }

    private static StoredRecord.Status status(UpdateRecord command, StoredRecord row) {
        return command.submit() ? StoredRecord.Status.SUBMITTED : row.status();
    }

    /** What was let through before it was known what it would come to, asked again of the groups that let these versions be stored. */
    private void hold(
            UpdateRecord command,
            List<Visible> loaded,
            Actor actor,
            List<RecordRevision.Step> steps,
            RecordRevision.Next next) {
        command.targets()
                .refuse(i -> WriteScopes.narrowed(
                                command.form(),
                                actor,
                                next.ready().get(i).row(),
                                steps.get(i).draft().values())
                        .filter(grants -> !holds(
                                command, i, loaded.get(i), actor, steps.get(i).opened(), grants))
                        .map(grants -> ProblemException.of(RecordProblem.OUTSIDE_WRITE_SCOPE)));
    }

    private boolean holds(
            UpdateRecord command,
            int which,
            Visible visible,
            Actor actor,
            RecordRevision.Opened opened,
            Grants grants) {
        Visible storing = visible.under(grants);
        boolean may = storing.access().allows(RecordAction.UPDATE) || grants.ever(RecordAction.CREATE);
        return may
                && !Finding.anyBlocks(input(command, which, storing, opened).findings())
                && refusal(command, which, storing, actor).isEmpty();
    }

    private Uni<Optional<RecordWorkflow.Start>> start(
            UpdateRecord command,
            List<Visible> loaded,
            Actor actor,
            List<RecordRevision.Step> steps,
            RecordRevision.Next next) {
        CompiledForm form = command.form();
        boolean chosen = command.to().filter(members -> !members.isEmpty()).isPresent();
        if (!chosen && !workflow.bound(actor.tenant(), form.key())) {
            return Uni.createFrom().item(Optional.empty());
        }
        Map<String, Object> user = UserContext.of(actor);
        List<RecordWorkflow.Submission> submissions = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).status() == StoredRecord.Status.SUBMITTED
                    && !loaded.get(i).flow().running()) {
                StoredRecord row = next.ready().get(i).row();
                submissions.add(new RecordWorkflow.Submission(
                        row.id(),
                        row.version(),
                        RecordLogic.variables(form, user, steps.get(i).draft().values())));
            }
        }
        return submissions.isEmpty() && !chosen
                ? Uni.createFrom().item(Optional.empty())
                : workflow.onSubmitted(actor, form.key(), submissions, command.to());
    }

    private Changes<List<Sealed>> changes(
            UpdateRecord command,
            List<Visible> loaded,
            Actor actor,
            List<RecordRevision.Step> steps,
            RecordRevision.Next next,
            Optional<RecordWorkflow.Start> start) {
        List<Write> writes = new ArrayList<>(next.writes());
        writes.addAll(command.along().apply(next.ready()));
        List<OutboxMessage> followUps = new ArrayList<>();
        start.ifPresent(begin -> {
            writes.addAll(begin.writes());
            followUps.addAll(begin.messages());
        });
        List<AuditDraft> audit = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            RecordDraft draft = steps.get(i).draft();
            StoredRecord row = next.ready().get(i).row();
            UUID id = ids.next();
            audit.add(RecordWorkflow.Start.told(
                            start, entry(command, draft, next.ready().get(i)))
                    .as(id));
            if (loaded.get(i).flow().running()) {
                writes.add(workflow.onManaged(actor, id, row.id(), row.version(), draft.changed()));
            }
        }
        return new Changes<>(writes, audit, followUps, next::ready);
    }

    private static AuditDraft entry(UpdateRecord command, RecordDraft draft, Sealed ready) {
        StoredRecord row = ready.row();
        ObjectNode payload = Json.NODES.objectNode();
        draft.changed().stream().sorted().forEach(payload.putArray("fields")::add);
        return AuditDraft.of(command.action(), command.form().object(row.id()))
                .with(Map.of("version", row.version(), "digest", ready.digest()))
                .with(payload, Optional.of(row.subject()));
    }

    /** A lost race is decided anew: by then it is the wrong version, or it does not matter. */
    @Override
    public int tries() {
        return RecordTargets.TRIES;
    }

    @Override
    public Uni<ProblemException> conflict(UpdateRecord command, List<Visible> loaded, Actor actor, String index) {
        return conflicts.explain(
                command.form(),
                actor,
                index,
                command.targets().values(),
                command.targets().kind() == RecordTargets.Kind.BACK
                        ? command.targets().size()
                        : 1);
    }
}
