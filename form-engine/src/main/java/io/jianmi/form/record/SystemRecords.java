package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Records as the system itself changes them: everything but the permission groups as for everybody. */
@Singleton
final class SystemRecords implements AutomationRecords {

    private static final String POINTER = "/data";

    private final CompiledForms forms;
    private final RecordStore store;
    private final RecordRevision revision;
    private final RecordReferences references;
    private final RecordWorkflow workflow;
    private final CreateRecordHandler creation;

    SystemRecords(
            CompiledForms forms,
            RecordStore store,
            RecordRevision revision,
            RecordReferences references,
            RecordWorkflow workflow,
            CreateRecordHandler creation) {
        this.forms = forms;
        this.store = store;
        this.revision = revision;
        this.references = references;
        this.workflow = workflow;
        this.creation = creation;
    }

    /** What becomes of a record. */
    record Revised(RecordRevision.Opened opened, RecordLogic.Outcome outcome, RecordRevision.Next next) {

        List<String> changed() {
            return outcome.changed().stream().sorted().toList();
        }

        Sealed ready() {
            return next.ready().get(0);
        }
    }

    /** The record in clear; a broken seal stops the workflow rather than steer it. */
    Uni<RecordRevision.Opened> opened(TenantKey tenant, CompiledForm form, UUID record) {
        return store.byIds(Actor.system(tenant), form, List.of(), List.of(record))
                .chain(rows -> {
                    if (rows.isEmpty()) {
                        throw ProblemException.of(CommonProblem.NOT_FOUND);
                    }
                    Fetched fetched = rows.get(0);
                    if (!fetched.intact()) {
                        throw ProblemException.of(RecordProblem.INTEGRITY);
                    }
                    return revision.open(tenant, form, fetched.row());
                });
    }

    /** The record with values that its own workflow sets. */
    Uni<Revised> set(TenantKey tenant, String form, UUID record, Map<String, Given> values) {
        return forms.using(
                tenant,
                form,
                compiled -> opened(tenant, compiled, record)
                        .chain(opened -> revised(Actor.system(tenant), compiled, opened, values)));
    }

    private Uni<Revised> revised(
            Actor system, CompiledForm form, RecordRevision.Opened opened, Map<String, Given> values) {
        List<Finding> findings = new ArrayList<>();
        Map<String, JsonNode> typed = GivenValues.stored(form, values, POINTER, findings);
        RecordLogic.Outcome outcome =
                RecordLogic.apply(form, Map.of(), opened.values(), typed, false, true, field -> true, POINTER);
        findings.addAll(outcome.findings());
        return references
                .missing(system, form, List.of(new RecordChange(opened.values(), typed, POINTER)))
                .invoke(missing -> missing.forEach(findings::addAll))
                .chain(missing -> revision.next(system, form, opened, findings, outcome, "set"))
                .map(next -> new Revised(opened, outcome, next));
    }

    @Override
    public Uni<Changes<List<UUID>>> create(
            Actor initiator, String form, List<Map<String, Given>> values, Optional<String> workflow) {
        return forms.using(initiator.tenant(), form, compiled -> {
            List<Finding> findings = new ArrayList<>();
            List<ObjectNode> records = new ArrayList<>(values.size());
            for (Map<String, Given> given : values) {
                ObjectNode data = Json.NODES.objectNode();
                data.setAll(GivenValues.stored(compiled, given, POINTER, findings));
                records.add(data);
            }
            RecordProblem.refuse(findings);
            CreateRecord command =
                    new CreateRecord(compiled, records, true, records.size() == 1, Optional.empty()).starting(workflow);
            return creation.bySystem(command, initiator)
                    .map(made -> new Changes<>(
                            made.writes(),
                            made.audit(),
                            made.followUps(),
                            () -> Records.ids(made.answer().get())));
        });
    }

    @Override
    public Uni<Begun> begin(Actor initiator, String form, List<UUID> records, Optional<String> named) {
        Actor system = Actor.system(initiator.tenant());
        return forms.using(
                initiator.tenant(),
                form,
                compiled -> idle(system, form, records)
                        .chain(() -> store.byIds(system, compiled, List.of(), records))
                        .chain(rows -> Multi.createFrom()
                                .iterable(standing(records, rows))
                                .onItem()
                                .transformToUniAndConcatenate(row -> revision.open(initiator.tenant(), compiled, row))
                                .collect()
                                .asList())
                        .chain(opened -> begun(initiator, compiled, opened, named)));
    }

    /** Submitted ones, in the order in which they were asked for; a broken seal stops the workflow rather than steer it. */
    private static List<StoredRecord> standing(List<UUID> records, List<Fetched> rows) {
        Map<UUID, StoredRecord> byId = new HashMap<>();
        for (Fetched fetched : rows) {
            if (!fetched.intact()) {
                throw ProblemException.of(RecordProblem.INTEGRITY);
            }
            byId.put(fetched.row().id(), fetched.row());
        }
        return records.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .filter(row -> !row.trashed() && row.status() == StoredRecord.Status.SUBMITTED)
                .toList();
    }

    private Uni<Begun> begun(
            Actor initiator, CompiledForm form, List<RecordRevision.Opened> all, Optional<String> named) {
        Map<UUID, Integer> versions = new LinkedHashMap<>();
        all.forEach(opened -> versions.put(opened.row().id(), opened.row().version()));
        return all.isEmpty() || !workflow.bound(initiator.tenant(), form.key())
                ? Uni.createFrom().item(new Begun(versions, Optional.empty()))
                : workflow.onSubmitted(
                                initiator,
                                form.key(),
                                all.stream()
                                        .map(opened ->
                                                submission(initiator, form, opened.row(), opened.values(), named))
                                        .toList(),
                                Optional.empty())
                        .map(start -> new Begun(versions, start));
    }

    private static RecordWorkflow.Submission submission(
            Actor initiator,
            CompiledForm form,
            StoredRecord row,
            Map<String, JsonNode> values,
            Optional<String> named) {
        return new RecordWorkflow.Submission(
                row.id(), row.version(), RecordLogic.variables(form, UserContext.of(initiator), values), named);
    }

    @Override
    public Uni<Changes<List<String>>> amend(Actor initiator, String form, UUID record, Map<String, Given> values) {
        TenantKey tenant = initiator.tenant();
        Actor system = Actor.system(tenant);
        return forms.using(
                tenant,
                form,
                compiled -> idle(system, form, List.of(record))
                        .chain(() -> opened(tenant, compiled, record))
                        .invoke(opened -> {
                            if (opened.row().trashed()) {
                                throw ProblemException.of(CommonProblem.NOT_FOUND);
                            }
                        })
                        .chain(opened -> revised(system, compiled, opened, values))
                        .chain(revised ->
                                starts(initiator, compiled, revised).map(start -> changes(compiled, revised, start))));
    }

    private Uni<Void> idle(Actor system, String form, List<UUID> records) {
        if (!workflow.bound(system.tenant(), form)) {
            return Uni.createFrom().voidItem();
        }
        return workflow.flows(system, form, records)
                .invoke(flows -> {
                    if (flows.values().stream().anyMatch(RecordFlow::running)) {
                        throw ProblemException.of(RecordProblem.IN_WORKFLOW);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Optional<RecordWorkflow.Start>> starts(Actor initiator, CompiledForm form, Revised revised) {
        StoredRecord row = revised.ready().row();
        if (row.status() != StoredRecord.Status.SUBMITTED || !workflow.bound(initiator.tenant(), form.key())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return workflow.onSubmitted(
                initiator,
                form.key(),
                List.of(submission(initiator, form, row, revised.outcome().values(), Optional.empty())),
                Optional.empty());
    }

    private static Changes<List<String>> changes(
            CompiledForm form, Revised revised, Optional<RecordWorkflow.Start> start) {
        StoredRecord row = revised.ready().row();
        ObjectNode payload = Json.NODES.objectNode();
        revised.changed().forEach(payload.putArray("fields")::add);
        AuditDraft audit = AuditDraft.of("record.update", form.object(row.id()))
                .with(Map.of("version", row.version(), "digest", revised.ready().digest()))
                .with(payload, Optional.of(row.subject()));
        List<Write> writes = new ArrayList<>(revised.next().writes());
        List<OutboxMessage> followUps = new ArrayList<>();
        start.ifPresent(begin -> {
            writes.addAll(begin.writes());
            followUps.addAll(begin.messages());
        });
        return Changes.of(writes, audit, followUps, revised::changed);
    }
}
