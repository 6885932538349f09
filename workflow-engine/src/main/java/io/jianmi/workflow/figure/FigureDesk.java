package io.jianmi.workflow.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.calendar.WorkingCalendar;
import io.jianmi.core.calendar.setting.Calendars;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.OffLoop;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.DesignProblem;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.design.WorkflowDesk;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.figure.FigureStore.Overdue;
import io.jianmi.workflow.figure.FigureStore.Period;
import io.jianmi.workflow.figure.Figures.Line;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.Titles;
import io.jianmi.workflow.node.Duty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The figures of a workflow, for whoever designs workflows; for heads of departments those of their people. */
@Singleton
final class FigureDesk {

    /** Decisions from which times are computed: enough for any percentile, few enough for one answer. */
    private static final int SAMPLE = 10_000;

    private static final int LISTED = 50;

    private final WorkflowDesk desk;
    private final WorkflowCatalog catalog;
    private final FigureStore store;
    private final Calendars calendars;
    private final OrgDirectory directory;
    private final Titles titles;
    private final InstantSource clock;

    FigureDesk(
            WorkflowDesk desk,
            WorkflowCatalog catalog,
            FigureStore store,
            Calendars calendars,
            OrgDirectory directory,
            Titles titles,
            InstantSource clock) {
        this.desk = desk;
        this.catalog = catalog;
        this.store = store;
        this.calendars = calendars;
        this.directory = directory;
        this.titles = titles;
        this.clock = clock;
    }

    /** What is known before it is put into words. */
    private record Read(
            Whose whose,
            CompiledWorkflow workflow,
            Optional<WorkingCalendar> calendar,
            Map<String, Long> counts,
            List<Decided> decided,
            List<Standing> standing,
            List<Overdue> overdue,
            Set<UUID> visible) {}

    Uni<ObjectNode> of(Actor actor, String app, String key, Period period, String language) {
        Whose whose = Whose.of(actor, directory.of(actor.tenant()));
        return desk.current(actor.tenant(), app, key)
                .call(ref -> theirs(actor, ref, whose))
                .chain(ref -> read(actor, ref, period, whose))
                .chain(read -> OffLoop.run(
                        read.decided().size(), () -> answer(read, period, directory.of(actor.tenant()), language)));
    }

    /** A workflow in which his people never had a task is none to the head of a department. */
    private Uni<Void> theirs(Actor actor, WorkflowRef ref, Whose whose) {
        return whose.everybody()
                ? Uni.createFrom().voidItem()
                : store.any(actor.tenant(), ref, whose)
                        .invoke(any -> {
                            if (!any) {
                                throw ProblemException.of(DesignProblem.NOT_FOUND);
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<Read> read(Actor actor, WorkflowRef ref, Period period, Whose whose) {
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(
                        catalog.load(actor.tenant(), ref),
                        calendars.of(actor.tenant()),
                        store.counts(actor.tenant(), ref, period),
                        store.decided(actor.tenant(), ref, period, whose, SAMPLE),
                        store.standing(actor.tenant(), ref, now, whose),
                        store.overdue(actor.tenant(), ref, now, whose, LISTED + 1))
                .asTuple()
                .chain(all -> titles.records(actor, byForm(all.getItem6()))
                        .map(visible -> new Read(
                                whose,
                                all.getItem1(),
                                all.getItem2(),
                                all.getItem3(),
                                all.getItem4(),
                                all.getItem5(),
                                all.getItem6(),
                                visible.keySet())));
    }

    private static Map<String, Set<UUID>> byForm(List<Overdue> overdue) {
        return overdue.stream()
                .collect(Collectors.groupingBy(Overdue::form, Collectors.mapping(Overdue::record, Collectors.toSet())));
    }

    private static ObjectNode answer(Read read, Period period, Org org, String language) {
        Figures figures = new Figures(read.decided(), read.standing(), read.calendar());
        ObjectNode answer = Json.NODES.objectNode();
        answer.put("title", read.workflow().definition().title().in(language, ""));
        answer.put("from", period.from().toString()).put("to", period.to().toString());
        answer.put("workingTime", read.calendar().isPresent());
        answer.put("sampled", read.decided().size() == SAMPLE);
        answer.set("instances", read.whose().everybody() ? instances(read.counts()) : Json.NODES.nullNode());
        nodes(answer.putArray("nodes"), read, figures, language);
        ArrayNode people = answer.putArray("people");
        figures.people().forEach(line -> {
            ObjectNode one = line(people.addObject(), line);
            one.set("person", person(line.key(), org));
        });
        overdue(answer.putObject("overdue"), read, org, language);
        return answer;
    }

    private static ObjectNode instances(Map<String, Long> counts) {
        ObjectNode instances = Json.NODES.objectNode();
        instances.put("started", counts.getOrDefault("STARTED", 0L));
        for (InstanceStatus status : InstanceStatus.values()) {
            instances.put(status.key(), counts.getOrDefault(status.name(), 0L));
        }
        return instances;
    }

    /**
     * Steps of people in the order of the newest version, then those of older ones at which something still happened; to the head of a
     * department only those at which something happened.
     */
    private static void nodes(ArrayNode nodes, Read read, Figures figures, String language) {
        CompiledWorkflow workflow = read.workflow();
        Map<String, Line> found = figures.nodes();
        Map<String, Line> lines = new LinkedHashMap<>();
        workflow.nodes().stream()
                .filter(node -> node.duty() instanceof Duty.Work)
                .map(CompiledNode::key)
                .filter(key -> read.whose().everybody() || found.containsKey(key))
                .forEach(key -> lines.put(key, new Line(key, 0, 0, 0, Optional.empty(), Optional.empty())));
        lines.putAll(found);
        lines.values().forEach(line -> {
            ObjectNode one = line(nodes.addObject(), line);
            one.put("key", line.key());
            one.put("title", title(workflow, line.key(), language));
        });
    }

    private static String title(CompiledWorkflow workflow, String node, String language) {
        return workflow.node(node)
                .map(known -> known.definition().title().in(language, ""))
                .orElse("");
    }

    private static ObjectNode line(ObjectNode one, Line line) {
        return one.put("open", line.open())
                .put("overdue", line.overdue())
                .put("decided", line.passed())
                .put("medianMs", line.median().map(Duration::toMillis).orElse(null))
                .put("p90Ms", line.most().map(Duration::toMillis).orElse(null));
    }

    private static void overdue(ObjectNode answer, Read read, Org org, String language) {
        ArrayNode items = answer.putArray("items");
        read.overdue().stream().limit(LISTED).forEach(task -> {
            ObjectNode item = items.addObject();
            item.put("id", task.task().toString());
            item.put("node", task.node()).put("nodeTitle", title(read.workflow(), task.node(), language));
            item.set("assignee", person(task.assignee(), org));
            item.put("due", task.due().toString());
            item.put("form", task.form());
            // Whoever may not see the record learns that a task is late, and not of what.
            item.put(
                    "record",
                    read.visible().contains(task.record()) ? task.record().toString() : null);
        });
        answer.put("more", read.overdue().size() > LISTED);
    }

    private static ObjectNode person(String id, Org org) {
        return Json.NODES.objectNode().put("id", id).put("name", org.nameOf(id));
    }
}
