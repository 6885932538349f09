package io.jianmi.workflow.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.calendar.WorkingCalendar;
import io.jianmi.core.calendar.setting.Calendars;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.form.record.OffLoop;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
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

/** The figures of a workflow, for whoever designs workflows. */
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
            CompiledWorkflow workflow,
            Optional<WorkingCalendar> calendar,
            Map<String, Long> counts,
            List<Decided> decided,
            List<Standing> standing,
            List<Overdue> overdue,
            Set<UUID> visible) {}

    Uni<ObjectNode> of(Actor actor, String app, String key, Period period, String language) {
        return desk.published(actor, app, key, Optional.empty())
                .chain(ref -> read(actor, ref, period))
                .chain(read -> OffLoop.run(
                        read.decided().size(), () -> answer(read, period, directory.of(actor.tenant()), language)));
    }

    private Uni<Read> read(Actor actor, WorkflowRef ref, Period period) {
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(
                        catalog.load(actor.tenant(), ref),
                        calendars.of(actor.tenant()),
                        store.counts(actor.tenant(), ref, period),
                        store.decided(actor.tenant(), ref, period, SAMPLE),
                        store.standing(actor.tenant(), ref, now),
                        store.overdue(actor.tenant(), ref, now, LISTED + 1))
                .asTuple()
                .chain(all -> titles.records(actor, byForm(all.getItem6()))
                        .map(visible -> new Read(
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
        ObjectNode instances = answer.putObject("instances");
        instances.put("started", read.counts().getOrDefault("STARTED", 0L));
        for (InstanceStatus status : InstanceStatus.values()) {
            instances.put(status.key(), read.counts().getOrDefault(status.name(), 0L));
        }
        nodes(answer.putArray("nodes"), read.workflow(), figures, language);
        ArrayNode people = answer.putArray("people");
        figures.people().forEach(line -> {
            ObjectNode one = line(people.addObject(), line);
            one.set("person", person(line.key(), org));
        });
        overdue(answer.putObject("overdue"), read, org, language);
        return answer;
    }

    /** Steps of people in the order of the newest version, then those of older ones at which something still happened. */
    private static void nodes(ArrayNode nodes, CompiledWorkflow workflow, Figures figures, String language) {
        Map<String, Line> lines = new LinkedHashMap<>();
        workflow.nodes().stream()
                .filter(node -> node.duty() instanceof Duty.Work)
                .map(CompiledNode::key)
                .forEach(key -> lines.put(key, new Line(key, 0, 0, 0, Optional.empty(), Optional.empty())));
        lines.putAll(figures.nodes());
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
