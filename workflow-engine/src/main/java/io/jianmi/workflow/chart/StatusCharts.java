package io.jianmi.workflow.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.RecordSight;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.chart.ChartStore.Charted;
import io.jianmi.workflow.chart.ChartStore.Worker;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.instance.WorkflowProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The chart of a record's newest instance, for whoever sees the record. Who has acted is told as the timeline tells it; whose turn it is, as
 * everywhere, only to administrators and to the person himself, others learn how many.
 */
@Singleton
final class StatusCharts {

    private final RecordSight sight;
    private final ChartStore store;
    private final WorkflowCatalog catalog;
    private final OrgDirectory directory;
    private final InstantSource clock;

    StatusCharts(
            RecordSight sight, ChartStore store, WorkflowCatalog catalog, OrgDirectory directory, InstantSource clock) {
        this.sight = sight;
        this.store = store;
        this.catalog = catalog;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws ProblemException (in the result) 404 when the record is out of sight; {@link WorkflowProblem#NO_INSTANCE} */
    Uni<ObjectNode> of(Actor actor, CompiledForm form, UUID record, String language) {
        return sight.reading(actor, form, record, "record.chart")
                .chain(seen -> store.newest(actor.tenant(), form.key(), record))
                .map(found -> found.orElseThrow(() -> ProblemException.of(WorkflowProblem.NO_INSTANCE)))
                .chain(charted -> catalog.load(
                                actor.tenant(), charted.instance().workflow())
                        .map(workflow -> drawn(actor, charted, workflow, language)));
    }

    private ObjectNode drawn(Actor actor, Charted charted, CompiledWorkflow workflow, String language) {
        List<Passage> passages = new ArrayList<>(charted.passages());
        passages.add(Passage.passed(workflow.start().key(), charted.startedAt(), charted.startedAt()));
        Course course = new Course(workflow, passages, charted.running());
        ObjectNode answer = new Drawing(workflow, course, clock.instant()).in(language);
        answer.put("title", workflow.definition().title().in(language, ""));
        answer.put("status", charted.status().key());
        Org org = directory.of(actor.tenant());
        answer.path("nodes").forEach(node -> people((ObjectNode) node, actor, charted, course, workflow, org));
        return answer;
    }

    private static void people(
            ObjectNode node, Actor actor, Charted charted, Course course, CompiledWorkflow workflow, Org org) {
        String key = node.path("key").asText();
        Passage stay = course.at(key);
        boolean current = course.of(key) == Course.State.CURRENT;
        Set<String> ids = new LinkedHashSet<>();
        if (key.equals(workflow.start().key()) && !current) {
            ids.add(charted.instance().initiator().value());
        }
        int open = 0;
        for (Worker worker : stay == null ? List.<Worker>of() : charted.workers()) {
            boolean here = stay != null && !worker.at().isBefore(stay.since());
            if (here && worker.node().equals(key) && worker.open() == current) {
                open += current ? 1 : 0;
                if (!current || shown(actor, worker)) {
                    ids.add(worker.assignee());
                }
            }
        }
        ArrayNode people = node.putArray("people");
        ids.forEach(id -> people.addObject().put("id", id).put("name", org.nameOf(id)));
        node.put("waitingFor", open);
    }

    private static boolean shown(Actor actor, Worker worker) {
        return actor.hasRole(Assignment.ADMIN)
                || worker.assignee().equals(actor.id().value());
    }
}
