package io.jianmi.form.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.aggregate.AggregateQuery;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.dashboard.DashboardSight.Seen;
import io.jianmi.form.dashboard.definition.DashboardDefinition;
import io.jianmi.form.dashboard.definition.WidgetDefinition;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.RecordListRequest;
import io.jianmi.form.record.GroupTitles;
import io.jianmi.form.record.RecordAggregates;
import io.jianmi.form.record.RecordAggregates.Question;
import io.jianmi.form.record.Records;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the widgets of a dashboard show to one reader: all groups of a form by one statement, each list of records as any list is read. */
@Singleton
final class DashboardFigures {

    private final DashboardSight sight;
    private final RecordAggregates aggregates;
    private final GroupTitles groupTitles;
    private final Records records;
    private final DashboardPicks picks;
    private final DashboardAnswers answers;

    DashboardFigures(
            DashboardSight sight,
            RecordAggregates aggregates,
            GroupTitles groupTitles,
            Records records,
            DashboardPicks picks,
            DashboardAnswers answers) {
        this.sight = sight;
        this.aggregates = aggregates;
        this.groupTitles = groupTitles;
        this.records = records;
        this.picks = picks;
        this.answers = answers;
    }

    /**
     * @param body {@code {"picks": [...], "widgets": [...]}}; see {@link DashboardPicks}
     * @param broken what speaks against widgets whoever looks, by their place
     */
    Uni<ObjectNode> of(
            Actor actor,
            DashboardDefinition dashboard,
            Map<String, CompiledForm> forms,
            JsonNode body,
            List<Finding> broken) {
        List<Seen> seen = sight.of(actor, dashboard, forms);
        DashboardPicks.Picks picked = picks.read(body, seen);
        ObjectNode widgets = Json.NODES.objectNode();
        List<Question> questions = new ArrayList<>();
        Uni<Void> lists = Uni.createFrom().voidItem();
        for (Seen each : seen) {
            WidgetDefinition widget = each.widget();
            if (!picked.asks(widget)) {
                continue;
            }
            List<Finding> refusals = broken.stream()
                    .filter(finding -> (finding.pointer() + "/").startsWith(widget.pointer() + "/"))
                    .toList();
            if (!refusals.isEmpty() || each.refusal().isPresent()) {
                widgets.set(
                        widget.key(),
                        DashboardAnswers.withheld(
                                refusals.isEmpty() ? each.refusal().get() : refusals.get(0)));
            } else if (widget.records().isEmpty()) {
                questions.add(question(dashboard, widget, each.form().orElseThrow(), picked.on(widget)));
            } else {
                lists = lists.chain(() -> list(actor, each, picked.on(widget)))
                        .invoke(list -> widgets.set(widget.key(), list))
                        .replaceWithVoid();
            }
        }
        return lists.chain(() -> aggregates.ask(actor, questions))
                .chain(told -> groupTitles.of(actor, questions, told).map(titles -> {
                    DashboardAnswers.Names names = answers.names(actor, titles);
                    questions.forEach(question -> DashboardAnswers.put(
                            widgets, question, Objects.requireNonNull(told.get(question.key())), names));
                    return Json.NODES.objectNode().<ObjectNode>set("widgets", widgets);
                }));
    }

    private static Question question(
            DashboardDefinition dashboard, WidgetDefinition widget, CompiledForm form, List<Filter> picked) {
        AggregateQuery query = widget.query();
        return new Question(
                widget.key(),
                form,
                new AggregateQuery(
                        and(query.filter(), picked),
                        query.dimensions(),
                        query.measures(),
                        query.order(),
                        query.limit()),
                !picked.isEmpty(),
                dashboard.smallestGroup());
    }

    private static Filter and(Filter own, List<Filter> picked) {
        List<Filter> all = new ArrayList<>(picked);
        all.add(own);
        return picked.isEmpty() ? own : new Filter.And(all);
    }

    private Uni<ObjectNode> list(Actor actor, Seen seen, List<Filter> picked) {
        RecordListRequest own = DashboardSight.shown(seen.widget(), seen.columns(), Integer.MAX_VALUE);
        RecordListRequest request = new RecordListRequest(
                and(own.filter(), picked), own.sort(), own.fields(), own.limit(), own.after(), false, false, false);
        return records.query(actor, seen.form().orElseThrow(), request, new ArrayList<>())
                .map(page -> {
                    ObjectNode answer = Json.NODES.objectNode();
                    answer.set("records", page.path("items"));
                    answer.put("more", page.path("next").isTextual());
                    return answer.put("narrows", true);
                })
                .onFailure(ProblemException.class)
                .recoverWithItem(problem -> DashboardAnswers.withheld(problem.findings().stream()
                        .findFirst()
                        .orElseGet(() -> Finding.error(problem.type().code(), ""))));
    }
}
