package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.privacy.consent.ConsentLedger;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.thread.OffLoop;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Carries out {@link CreateRecord}. */
@Singleton
final class CreateRecordHandler implements CommandHandler<CreateRecord, List<Sealed>, Grants> {

    private final RecordSealer sealer;
    private final RecordSubjects subjects;
    private final RecordTables tables;
    private final LinkedDefaults linked;
    private final RecordFiles files;
    private final RecordReferences references;
    private final SerialNumbers serials;
    private final RecordWorkflow workflow;
    private final RecordConflicts conflicts;
    private final DataKeys keys;
    private final Ids ids;
    private final InstantSource clock;

    CreateRecordHandler(
            RecordSealer sealer,
            RecordSubjects subjects,
            RecordTables tables,
            LinkedDefaults linked,
            RecordFiles files,
            RecordReferences references,
            SerialNumbers serials,
            RecordWorkflow workflow,
            RecordConflicts conflicts,
            DataKeys keys,
            Ids ids,
            InstantSource clock) {
        this.sealer = sealer;
        this.subjects = subjects;
        this.tables = tables;
        this.linked = linked;
        this.files = files;
        this.references = references;
        this.serials = serials;
        this.workflow = workflow;
        this.conflicts = conflicts;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Grants> load(CreateRecord command, Actor actor) {
        return Uni.createFrom().item(command.form().access().matching(actor));
    }

    @Override
    public Permit authorize(CreateRecord command, Grants grants, Actor actor) {
        return new Permit(
                RecordProblem.refusal(grants, RecordAction.CREATE).or(() -> conflicts.exhausted(command.form(), actor)),
                command.form().policy());
    }

    @Override
    public Uni<Changes<List<Sealed>>> decide(CreateRecord command, Grants grants, Actor actor) {
        return decide(command, grants.creating(), actor, actor);
    }

    /** What the system makes by itself: all fields are open to it; a workflow begins in the initiator's name. */
    Uni<Changes<List<Sealed>>> bySystem(CreateRecord command, Actor initiator) {
        Map<String, FieldAccess> all = new HashMap<>();
        command.form().fields().forEach(field -> all.put(field.path(), FieldAccess.EDIT));
        RowAccess access = new RowAccess(true, all, Set.of(), Set.of(RecordAction.CREATE), Map.of());
        return decide(command, access, Actor.system(initiator.tenant()), initiator);
    }

    private Uni<Changes<List<Sealed>>> decide(CreateRecord command, RowAccess access, Actor actor, Actor initiator) {
        CompiledForm form = command.form();
        int count = command.records().size();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return OffLoop.run(count, () -> input(command, access))
                .chain(input -> linked.of(
                                initiator,
                                form,
                                input.stream().map(RecordInput.Parsed::typed).toList())
                        .chain(found -> OffLoop.run(count, () -> read(command, access, actor, input, found))))
                .chain(read -> references.missing(actor, form, read.sent()).map(read::drafts))
                .chain(drafts -> claims(command, drafts, actor)
                        .chain(claims -> serials.take(actor.tenant(), form, count, command.rehearsal())
                                .chain(numbers -> OffLoop.run(
                                                count, () -> identified(actor, form, drafts, numbers.values(), claims))
                                        .chain(records -> sealed(command, actor, records, now))
                                        .chain(made -> start(command, initiator, made)
                                                .map(start ->
                                                        changes(command, actor, made, numbers.writes(), start))))));
    }

    /** Of these writes only gap-free numbers can be too late. */
    @Override
    public int tries() {
        return SerialNumbers.TRIES;
    }

    private Uni<List<Made>> sealed(CreateRecord command, Actor actor, List<Identified> records, Instant now) {
        return subjects.resolve(
                        actor.tenant(),
                        records.stream().map(Identified::identifiers).toList(),
                        command.rehearsal(),
                        actor.visiting())
                .chain(persons -> keys.ring(actor.tenant(), subjects(persons), RecordKeys.all(command.form()))
                        .chain(ring ->
                                OffLoop.run(records.size(), () -> made(command, actor, records, persons, ring, now))));
    }

    /** What was sent, what defaults, formulas and rules make of it, and all that is wrong with it so far. */
    private record Read(List<RecordChange> sent, List<RecordDraft> made, List<Finding> findings) {

        /** The drafts when nothing is wrong with them. */
        List<RecordDraft> drafts(List<List<Finding>> missing) {
            missing.forEach(findings::addAll);
            RecordProblem.refuse(findings);
            return made;
        }
    }

    private List<RecordInput.Parsed> input(CreateRecord command, RowAccess access) {
        List<RecordInput.Parsed> parsed = new ArrayList<>(command.records().size());
        for (int i = 0; i < command.records().size(); i++) {
            parsed.add(
                    RecordInput.forNew(command.form(), access, command.records().get(i), command.pointer(i), ids));
        }
        return parsed;
    }

    private static Read read(
            CreateRecord command,
            RowAccess access,
            Actor actor,
            List<RecordInput.Parsed> parsed,
            List<Map<String, JsonNode>> linked) {
        Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Object> user = UserContext.of(actor);
        for (int i = 0; i < parsed.size(); i++) {
            RecordInput.Parsed input = parsed.get(i);
            RecordLogic.Outcome outcome = RecordLogic.begin(
                    command.form(),
                    user,
                    input.typed(),
                    linked.get(i),
                    command.submit(),
                    field -> access.of(field) != FieldAccess.HIDDEN,
                    command.pointer(i));
            read.findings().addAll(input.and(outcome.findings()));
            read.sent().add(new RecordChange(Map.of(), input.typed(), command.pointer(i)));
            read.made().add(new RecordDraft(outcome.values(), outcome.changed()));
        }
        return read;
    }

    private Uni<List<RecordFiles.Claim>> claims(CreateRecord command, List<RecordDraft> drafts, Actor actor) {
        List<RecordChange> changes = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            changes.add(new RecordChange(Map.of(), drafts.get(i).values(), command.pointer(i)));
        }
        return files.claim(actor, command.form(), changes);
    }

    /** All values of a new record, its numbers among them, the tokens that name its person, and the files it takes. */
    private record Identified(
            Map<String, JsonNode> values, List<Sealed.Identifier> identifiers, RecordFiles.Claim claim) {}

    private List<Identified> identified(
            Actor actor,
            CompiledForm form,
            List<RecordDraft> drafts,
            List<Map<String, JsonNode>> numbers,
            List<RecordFiles.Claim> claims) {
        List<Identified> records = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Map<String, JsonNode> values = new LinkedHashMap<>(drafts.get(i).values());
            values.putAll(numbers.get(i));
            records.add(new Identified(values, sealer.identifiers(actor.tenant(), form, values), claims.get(i)));
        }
        return records;
    }

    private static Set<UUID> subjects(List<RecordSubjects.Resolved> persons) {
        return persons.stream().map(RecordSubjects.Resolved::subject).collect(Collectors.toSet());
    }

    /** One record ready to be stored. */
    private record Made(
            Sealed ready, RecordSubjects.Resolved subject, Map<String, JsonNode> values, List<Write> attachments) {}

    private List<Made> made(
            CreateRecord command,
            Actor actor,
            List<Identified> records,
            List<RecordSubjects.Resolved> persons,
            KeyRing ring,
            Instant now) {
        List<Made> made = new ArrayList<>(records.size());
        List<Finding> outside = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Map<String, JsonNode> values = records.get(i).values();
            RecordSubjects.Resolved person = persons.get(i);
            StoredRecord head = head(command, actor, ids.next(), person.subject(), now);
            WriteScopes.refusal(command, i, actor, head, values).ifPresent(outside::add);
            made.add(new Made(
                    sealer.seal(actor.tenant(), command.form(), head, values, null, Map.of(), ring),
                    person,
                    values,
                    files.writes(
                            actor.tenant(), command.form(), head, records.get(i).claim(), ring)));
        }
        if (!outside.isEmpty()) {
            throw ProblemException.of(RecordProblem.OUTSIDE_WRITE_SCOPE, outside);
        }
        return made;
    }

    private static StoredRecord head(CreateRecord command, Actor actor, UUID id, UUID subject, Instant now) {
        String by = actor.id().value();
        return new StoredRecord(
                id,
                1,
                command.submit() ? StoredRecord.Status.SUBMITTED : StoredRecord.Status.DRAFT,
                command.form().version(),
                now,
                by,
                now,
                by,
                subject,
                Map.of(),
                Map.of(),
                Map.of(),
                null);
    }

    private Uni<Optional<RecordWorkflow.Start>> start(CreateRecord command, Actor actor, List<Made> made) {
        CompiledForm form = command.form();
        boolean chosen = command.to().filter(members -> !members.isEmpty()).isPresent();
        if (!chosen && (!command.submit() || !workflow.bound(actor.tenant(), form.key()))) {
            return Uni.createFrom().item(Optional.empty());
        }
        Map<String, Object> user = UserContext.of(actor);
        List<RecordWorkflow.Submission> submissions = made.stream()
                .filter(one -> command.submit())
                .map(one -> new RecordWorkflow.Submission(
                        one.ready().row().id(), 1, RecordLogic.variables(form, user, one.values()), command.workflow()))
                .toList();
        return workflow.onSubmitted(actor, form.key(), submissions, command.to());
    }

    private Changes<List<Sealed>> changes(
            CreateRecord command,
            Actor actor,
            List<Made> made,
            List<Write> counting,
            Optional<RecordWorkflow.Start> start) {
        RecordWrites statements = tables.writes(actor.tenant(), command.form());
        List<Sealed> ready = made.stream().map(Made::ready).toList();
        List<Write> writes =
                new ArrayList<>(made.size() == 1 ? statements.insert(ready.get(0)) : statements.insertAll(ready));
        writes.addAll(counting);
        writes.addAll(subjects.writes(
                actor.tenant(),
                made.stream()
                        .map(one -> new RecordSubjects.Holder(one.ready().row().id(), one.subject()))
                        .toList()));
        made.forEach(one -> writes.addAll(one.attachments()));
        ConsentLedger.append(
                        actor.tenant(),
                        made.stream()
                                .flatMap(
                                        one -> RecordConsents.events(
                                                command.form(), one.ready().row(), Map.of(), one.values(), ids::next)
                                                .stream())
                                .toList())
                .ifPresent(writes::add);
        List<OutboxMessage> followUps = new ArrayList<>();
        start.ifPresent(begin -> {
            writes.addAll(begin.writes());
            followUps.addAll(begin.messages());
        });
        writes.addAll(command.along().apply(Records.ids(ready)));
        List<AuditDraft> audit = made.stream()
                .map(one -> RecordWorkflow.Start.told(start, entry(command, one)))
                .toList();
        return new Changes<>(writes, audit, followUps, () -> ready, Records.ids(ready));
    }

    private static AuditDraft entry(CreateRecord command, Made made) {
        StoredRecord row = made.ready().row();
        ObjectNode payload = Json.NODES.objectNode();
        made.values().keySet().stream().sorted().forEach(payload.putArray("fields")::add);
        return AuditDraft.of("record.create", command.form().object(row.id()))
                .with(Map.of("version", row.version(), "digest", made.ready().digest()))
                .with(payload, Optional.of(row.subject()));
    }

    @Override
    public Uni<ProblemException> conflict(CreateRecord command, Grants grants, Actor actor, String index) {
        return conflicts.explain(
                command.form(),
                actor,
                index,
                command.single() ? "/data" : "",
                command.records().size());
    }
}
