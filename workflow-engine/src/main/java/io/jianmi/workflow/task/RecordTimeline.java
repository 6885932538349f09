package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.comment.CommentFiles;
import io.jianmi.form.comment.Enclosed;
import io.jianmi.form.record.RecordFlow;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.act.Acts;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The approval history of a record, oldest first. A record out of sight has none. */
@Singleton
public final class RecordTimeline {

    private static final String ENTRIES = """
            select t.id, t.at, t.entry, t.node, t.actor, t.target, t.comment, t.subject, t.seen, t.changed,
            t.record_version, t.waited_ms, t.did, t.principal,
            """ + StartedRecords.COLUMNS + """
            from %1$s.wf_timeline t
            where t.instance in (select i.id from %1$s.wf_instance i where i.record = $1) order by t.at, t.id limit 2000
            """;

    private static final String AUDITOR = "auditor";

    private final Pool pool;
    private final DataKeys keys;
    private final OrgDirectory directory;
    private final TaskFlows flows;
    private final WorkflowRecords records;
    private final OwnTaskPlaces places;
    private final CommentFiles files;
    private final ReadLog reads;
    private final InstanceStore instances;
    private final StartedRecords started;

    RecordTimeline(
            Pool pool,
            DataKeys keys,
            OrgDirectory directory,
            TaskFlows flows,
            WorkflowRecords records,
            OwnTaskPlaces places,
            CommentFiles files,
            ReadLog reads,
            InstanceStore instances,
            StartedRecords started) {
        this.started = started;
        this.instances = instances;
        this.places = places;
        this.files = files;
        this.reads = reads;
        this.records = records;
        this.pool = pool;
        this.keys = keys;
        this.directory = directory;
        this.flows = flows;
    }

    Uni<ObjectNode> of(Actor actor, String form, UUID record, String language) {
        return records.titles(actor, form, List.of(record)).chain(visible -> {
            if (!visible.containsKey(record)) {
                ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
                reads.refused(actor, AuditDraft.of("record.timeline", "record/" + form + "/" + record), problem);
                return Uni.createFrom().failure(problem);
            }
            return read(actor, form, record)
                    .chain(answer -> places.titles(actor, form, language)
                            .invoke(titles -> {
                                name(answer.path("entries"), titles);
                                name(answer.path("openTasks"), titles);
                            })
                            .replaceWith(answer))
                    .call(answer -> started.show(actor, answer.path("entries")))
                    .chain(answer -> instances
                            .newest(actor.tenant(), form, record)
                            .invoke(newest -> newest.ifPresentOrElse(
                                    instance -> {
                                        acts(answer, actor, instance);
                                        problem(answer, actor, instance);
                                    },
                                    () -> answer.putArray("actions")))
                            .replaceWith(answer));
        });
    }

    /** What this person may do with the instance; to an administrator, who may give tasks to others, also whose they are. */
    private void acts(ObjectNode answer, Actor actor, LoadedInstance instance) {
        ArrayNode actions = answer.putArray("actions");
        Acts.open(instance.situation(actor)).forEach(act -> actions.add(act.key()));
        if (actor.hasRole(Assignment.ADMIN)) {
            Org org = directory.of(actor.tenant());
            Map<String, String> assignees = new HashMap<>();
            instance.awaited()
                    .forEach(task -> assignees.put(
                            task.task().toString(), task.assignee().value()));
            answer.path("openTasks")
                    .forEach(task -> Optional.ofNullable(
                                    assignees.get(task.path("id").asText()))
                            .ifPresent(id -> ((ObjectNode) task).set("assignee", TaskAnswers.person(id, org))));
        }
    }

    /** Why it does not go on; its number to those who may let it be tried again. */
    private static void problem(ObjectNode answer, Actor actor, LoadedInstance instance) {
        instance.problem()
                .filter(incident -> instance.status() == InstanceStatus.RUNNING)
                .ifPresent(incident -> {
                    ObjectNode shown = incident.shown();
                    if (actor.hasRole(Assignment.ADMIN)) {
                        shown.put("incident", Long.toString(incident.id()));
                    }
                    answer.set("problem", shown);
                });
    }

    private static void name(JsonNode steps, Map<String, String> titles) {
        steps.forEach(step -> Optional.ofNullable(titles.get(step.path("node").asText()))
                .ifPresent(title -> ((ObjectNode) step).put("nodeTitle", title)));
    }

    private Uni<ObjectNode> read(Actor actor, String form, UUID record) {
        return pool.preparedQuery(ENTRIES.formatted("\"" + actor.tenant().schema() + "\""))
                .execute(Tuple.of(record))
                .chain(rows -> {
                    List<Row> list = new ArrayList<>();
                    rows.forEach(list::add);
                    Set<UUID> subjects = new HashSet<>();
                    list.stream().filter(row -> row.getBuffer(6) != null).forEach(row -> subjects.add(row.getUUID(7)));
                    return keys.ring(actor.tenant(), subjects, Set.of(KeyClass.S2))
                            .chain(ring -> files.shown(actor.tenant(), record, ring)
                                    .chain(shown -> flows.flows(actor, form, List.of(record))
                                            .map(all -> answer(
                                                    actor,
                                                    form,
                                                    list,
                                                    new Opening(ring, shown),
                                                    all.getOrDefault(record, RecordFlow.NONE)))));
                });
    }

    private ObjectNode answer(Actor actor, String form, List<Row> rows, Opening opening, RecordFlow flow) {
        ObjectNode answer = Json.NODES.objectNode();
        answer.put("status", flow.status().orElse(null));
        ArrayNode entries = answer.putArray("entries");
        Org org = directory.of(actor.tenant());
        rows.forEach(row -> entries.add(entry(actor, form, row, opening, org)));
        answer.set("openTasks", TaskAnswers.openTasks(flow));
        ObjectNode activities = answer.putObject("activities");
        ArrayNode passed = activities.putArray("passed");
        rows.stream().map(row -> row.getString(3)).distinct().forEach(passed::add);
        ArrayNode current = activities.putArray("current");
        flow.openTasks().stream().map(RecordFlow.OpenTask::node).distinct().forEach(current::add);
        return answer;
    }

    private static ObjectNode entry(Actor actor, String form, Row row, Opening opening, Org org) {
        ObjectNode entry = Json.NODES.objectNode();
        entry.put("id", row.getUUID(0).toString());
        entry.put("at", TaskAnswers.time(row.getOffsetDateTime(1)));
        entry.put("action", row.getString(2));
        entry.put("node", row.getString(3));
        entry.set("actor", TaskAnswers.person(row.getString(4), org));
        if (row.getString(13) != null) {
            entry.set("for", TaskAnswers.person(row.getString(13), org));
        }
        entry.put("to", row.getString(5));
        chosen(entry, row.getString(2), row.getString(5), org);
        entry.put("recordVersion", row.getInteger(10));
        entry.put("waitedMs", row.getLong(11));
        entry.put("step", row.getString(12));
        if (row.getBuffer(6) != null) {
            CellContext context = TimelineWriter.comment(actor, form, row.getUUID(0), row.getUUID(7));
            said(entry, Spoken.open(context, row.getBuffer(6).getBytes(), opening.ring()), opening, org);
        }
        StartedRecords.put(entry, row.getString(14), row.getString(15));
        if (actor.hasRole(AUDITOR)) {
            evidence(entry, row);
        }
        return entry;
    }

    /** Whom a consent or a submission has chosen to act on the step behind it. */
    private static void chosen(ObjectNode entry, String word, @Nullable String to, Org org) {
        boolean passed = word.equals("submit")
                || Stream.of(Duty.Purpose.values())
                        .anyMatch(purpose -> purpose.word(TaskAction.APPROVE).equals(word));
        if (passed && to != null) {
            ArrayNode people = entry.putArray("chosen");
            Stream.of(to.split(",")).forEach(id -> people.add(TaskAnswers.person(id, org)));
        }
    }

    /**
     * What comments are opened with.
     *
     * @param files what is told of each file of a comment
     */
    private record Opening(KeyRing ring, Map<UUID, ObjectNode> files) {}

    /** An erased person's comments are gone; the entry stays. */
    private static void said(ObjectNode entry, Optional<Spoken> spoken, Opening opening, Org org) {
        entry.put("comment", spoken.map(Spoken::text).orElse(null));
        Enclosed enclosed = spoken.map(Spoken::enclosed).orElse(Enclosed.NOTHING);
        if (!enclosed.mentions().isEmpty()) {
            ArrayNode mentions = entry.putArray("mentions");
            enclosed.mentions().forEach(id -> mentions.add(TaskAnswers.person(id, org)));
        }
        if (!enclosed.files().isEmpty()) {
            ArrayNode held = entry.putArray("files");
            enclosed.files()
                    .forEach(id -> Optional.ofNullable(opening.files().get(id)).ifPresent(held::add));
        }
    }

    /** Field keys tell that fields exist, which not everybody who sees the record may know. */
    private static void evidence(ObjectNode entry, Row row) {
        if (row.getString(8) != null) {
            entry.set("seen", Json.parse(row.getString(8)));
        }
        String[] changed = row.getArrayOfStrings(9);
        if (changed != null) {
            ArrayNode fields = entry.putArray("changed");
            List.of(changed).forEach(fields::add);
        }
    }
}
