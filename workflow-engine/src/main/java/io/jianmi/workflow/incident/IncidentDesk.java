package io.jianmi.workflow.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.Outbox;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.incident.IncidentStore.Held;
import io.jianmi.workflow.incident.IncidentStore.Result;
import io.jianmi.workflow.incident.IncidentStore.Standing;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.Titles;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What administrators see of incidents, and what a retry answers. */
@Singleton
final class IncidentDesk {

    private static final Duration POLL = Duration.ofMillis(100);

    private final IncidentStore store;
    private final CommandPipeline pipeline;
    private final RetryIncidentHandler handler;
    private final Outbox outbox;
    private final Titles titles;
    private final InstantSource clock;

    IncidentDesk(
            IncidentStore store,
            CommandPipeline pipeline,
            RetryIncidentHandler handler,
            Outbox outbox,
            Titles titles,
            InstantSource clock) {
        this.store = store;
        this.pipeline = pipeline;
        this.handler = handler;
        this.outbox = outbox;
        this.titles = titles;
        this.clock = clock;
    }

    /** @param next cursor of the page behind; null on the last */
    public record Page(List<ObjectNode> items, @Nullable String next) {}

    /** Newest first. */
    Uni<Page> page(Actor actor, Optional<Long> after, int limit, String language) {
        if (!actor.hasRole(Assignment.ADMIN)) {
            return Uni.createFrom().failure(ProblemException.of(CommonProblem.FORBIDDEN));
        }
        return store.before(actor.tenant(), after.orElse(Long.MAX_VALUE), limit + 1)
                .chain(all -> {
                    boolean more = all.size() > limit;
                    List<Held> shown = more ? all.subList(0, limit) : all;
                    return titles.records(actor, byForm(shown))
                            .chain(records -> titles.nodes(
                                            actor,
                                            shown.stream()
                                                    .map(IncidentDesk::workflow)
                                                    .toList(),
                                            language)
                                    .map(nodes -> new Page(
                                            shown.stream()
                                                    .map(held -> item(held, records, nodes))
                                                    .toList(),
                                            more
                                                    ? Long.toString(shown.get(limit - 1)
                                                            .incident()
                                                            .id())
                                                    : null)));
                });
    }

    /** Tries once more and answers what came of it within the patience. */
    Uni<ObjectNode> retry(Actor actor, long id, Duration patience) {
        Instant until = clock.instant().plus(patience);
        return pipeline.run(handler, new RetryIncident(id), actor)
                .invoke(() -> outbox.committed(actor.tenant()))
                .chain(() -> settled(actor, id, until))
                .map(IncidentDesk::answer);
    }

    private Uni<Standing> settled(Actor actor, long id, Instant until) {
        return store.standing(actor.tenant(), id)
                .chain(standing ->
                        standing.result() == Result.TRYING && clock.instant().isBefore(until)
                                ? Uni.createFrom()
                                        .voidItem()
                                        .onItem()
                                        .delayIt()
                                        .by(POLL)
                                        .chain(() -> settled(actor, id, until))
                                : Uni.createFrom().item(standing));
    }

    private static ObjectNode answer(Standing standing) {
        ObjectNode answer =
                Json.NODES.objectNode().put("result", standing.result().name().toLowerCase(Locale.ROOT));
        answer.set("problem", standing.incident().map(Incident::shown).orElse(null));
        return answer;
    }

    /** A record that this administrator may not see has no title, and is none. */
    private static ObjectNode item(Held held, Map<UUID, String> titles, Map<String, String> nodes) {
        WorkflowRef workflow = held.instance().workflow();
        UUID record = held.instance().record();
        ObjectNode item =
                Json.NODES.objectNode().put("id", Long.toString(held.incident().id()));
        if (titles.containsKey(record)) {
            item.putObject("record").put("id", record.toString()).put("title", titles.get(record));
        } else {
            item.putNull("record");
        }
        item.put("app", workflow.app());
        item.put("form", held.instance().form());
        item.put("workflow", workflow.key());
        item.put("workflowVersion", workflow.version());
        item.put("node", held.node().orElse(null));
        item.put(
                "nodeTitle",
                held.node()
                        .map(node -> nodes.getOrDefault(Titles.node(workflow, node), node))
                        .orElse(null));
        item.setAll(held.incident().shown());
        return item;
    }

    private static Map<String, Set<UUID>> byForm(List<Held> shown) {
        return shown.stream()
                .map(Held::instance)
                .collect(Collectors.groupingBy(
                        Instance::form, Collectors.mapping(Instance::record, Collectors.toSet())));
    }

    private static WorkflowRef workflow(Held held) {
        return held.instance().workflow();
    }
}
