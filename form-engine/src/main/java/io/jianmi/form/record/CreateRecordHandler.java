package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Carries out {@link CreateRecord}. */
@Singleton
final class CreateRecordHandler implements CommandHandler<CreateRecord, List<UUID>, Grants> {

    private final RecordSealer sealer;
    private final RecordSubjects subjects;
    private final RecordTables tables;
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
            SerialNumbers serials,
            RecordWorkflow workflow,
            RecordConflicts conflicts,
            DataKeys keys,
            Ids ids,
            InstantSource clock) {
        this.sealer = sealer;
        this.subjects = subjects;
        this.tables = tables;
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

    /** Somebody of no group does not know the form; somebody without the action does, and is told. */
    @Override
    public Permit authorize(CreateRecord command, Grants grants, Actor actor) {
        String policy = command.form().policy();
        if (grants.groups().isEmpty()) {
            return Permit.refuse(ProblemException.of(CommonProblem.NOT_FOUND), policy);
        }
        Optional<ProblemException> exhausted = conflicts.exhausted(command.form(), actor);
        if (exhausted.isPresent()) {
            return Permit.refuse(exhausted.get(), policy);
        }
        return grants.ever(RecordAction.CREATE)
                ? Permit.allow(policy)
                : Permit.refuse(ProblemException.of(RecordProblem.ACTION_REFUSED, Map.of("action", "create")), policy);
    }

    @Override
    public Uni<Changes<List<UUID>>> decide(CreateRecord command, Grants grants, Actor actor) {
        CompiledForm form = command.form();
        List<RecordDraft> drafts = drafts(command, grants.creating(), actor);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return serials.take(actor.tenant(), form, drafts.size())
                .chain(numbers -> Multi.createFrom()
                        .range(0, drafts.size())
                        .onItem()
                        .transformToUni(i -> one(command, actor, drafts.get(i), numbers.get(i), now))
                        .concatenate(true)
                        .collect()
                        .asList())
                .map(made -> changes(command, actor, made));
    }

    private List<RecordDraft> drafts(CreateRecord command, RowAccess access, Actor actor) {
        List<RecordDraft> drafts = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Map<String, Object> user = UserContext.of(actor);
        for (int i = 0; i < command.records().size(); i++) {
            RecordInput.Parsed input =
                    RecordInput.forNew(command.form(), access, command.records().get(i), command.pointer(i), ids);
            RecordLogic.Outcome outcome = RecordLogic.apply(
                    command.form(),
                    user,
                    Map.of(),
                    input.typed(),
                    true,
                    command.submit(),
                    field -> access.of(field) != FieldAccess.HIDDEN,
                    command.pointer(i));
            findings.addAll(input.findings());
            findings.addAll(outcome.findings());
            drafts.add(new RecordDraft(outcome.values(), outcome.changed()));
        }
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(RecordProblem.VALIDATION, findings);
        }
        return drafts;
    }

    /** One record ready to be stored, with what starts because of it. */
    private record Made(
            Sealed ready, RecordSubjects.Resolved subject, Set<String> fields, Optional<RecordWorkflow.Start> start) {}

    private Uni<Made> one(
            CreateRecord command, Actor actor, RecordDraft draft, Map<String, JsonNode> numbers, Instant now) {
        CompiledForm form = command.form();
        Map<String, JsonNode> values = new LinkedHashMap<>(draft.values());
        values.putAll(numbers);
        UUID id = ids.next();
        List<Sealed.Identifier> identifiers = sealer.identifiers(actor.tenant(), form, values);
        return subjects.resolve(actor.tenant(), identifiers)
                .chain(resolved -> keys.ring(actor.tenant(), Set.of(resolved.subject()), RecordKeys.all(form))
                        .map(ring -> sealer.seal(
                                actor.tenant(),
                                form,
                                head(command, actor, id, resolved.subject(), now),
                                values,
                                null,
                                Map.of(),
                                ring))
                        .chain(ready -> start(command, actor, ready, values)
                                .map(start -> new Made(ready, resolved, new HashSet<>(values.keySet()), start))));
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

    private Uni<Optional<RecordWorkflow.Start>> start(
            CreateRecord command, Actor actor, Sealed ready, Map<String, JsonNode> values) {
        CompiledForm form = command.form();
        if (!command.submit() || !workflow.bound(actor.tenant(), form.key())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return workflow.onSubmitted(
                actor,
                form.key(),
                form.version(),
                ready.row().id(),
                1,
                RecordLogic.variables(form, UserContext.of(actor), values));
    }

    private Changes<List<UUID>> changes(CreateRecord command, Actor actor, List<Made> made) {
        RecordWrites statements = tables.writes(actor.tenant(), command.form());
        List<Write> writes = new ArrayList<>();
        List<AuditDraft> audit = new ArrayList<>();
        List<OutboxMessage> followUps = new ArrayList<>();
        List<Sealed> ready = made.stream().map(Made::ready).toList();
        writes.addAll(made.size() == 1 ? statements.insert(ready.get(0)) : statements.insertAll(ready));
        for (Made one : made) {
            Sealed record = one.ready();
            writes.addAll(subjects.writes(actor.tenant(), record.row().id(), one.subject(), record.identifiers()));
            one.start().ifPresent(start -> {
                writes.addAll(start.writes());
                followUps.addAll(start.messages());
            });
            audit.add(entry(command, actor, one));
        }
        List<UUID> created = ready.stream().map(record -> record.row().id()).toList();
        command.idempotency().ifPresent(key -> writes.add(Idempotency.remember(actor, key, command, created)));
        return new Changes<>(writes, audit, followUps, () -> created);
    }

    private AuditDraft entry(CreateRecord command, Actor actor, Made made) {
        StoredRecord row = made.ready().row();
        ObjectNode payload = Json.NODES.objectNode();
        made.fields().stream().sorted().forEach(payload.putArray("fields")::add);
        return AuditDraft.of("record.create", "record/" + command.form().key() + "/" + row.id())
                .with(Map.of(
                        "version",
                        row.version(),
                        "digest",
                        sealer.digest(actor.tenant(), command.form().key(), row)))
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
