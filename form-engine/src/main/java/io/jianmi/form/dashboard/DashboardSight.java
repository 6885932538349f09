package io.jianmi.form.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.dashboard.definition.DashboardDefinition;
import io.jianmi.form.dashboard.definition.WidgetDefinition;
import io.jianmi.form.design.Designers;
import io.jianmi.form.query.RecordListRequest;
import io.jianmi.form.record.RecordAggregates;
import io.jianmi.form.record.RecordAggregates.Answer;
import io.jianmi.form.record.Records;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a dashboard there is for one reader, before anything is read. */
@Singleton
final class DashboardSight {

    private static final String UNKNOWN = "field.unknown";

    private final RecordAggregates aggregates;
    private final Records records;

    DashboardSight(RecordAggregates aggregates, Records records) {
        this.aggregates = aggregates;
        this.records = records;
    }

    /**
     * A widget that there is for him.
     *
     * @param form whose records it is about; empty only where it is refused
     * @param refusal why he is not told what it shows; empty where he is
     * @param columns of a list of records, those that he may know of
     */
    record Seen(
            WidgetDefinition widget, Optional<CompiledForm> form, Optional<Finding> refusal, List<String> columns) {}

    /** Whoever designs is told why a widget is not there for him; to everybody else it is none. */
    List<Seen> of(Actor actor, DashboardDefinition dashboard, Map<String, CompiledForm> forms) {
        List<Seen> seen = new ArrayList<>();
        for (WidgetDefinition widget : dashboard.widgets()) {
            Optional<CompiledForm> form = Optional.ofNullable(forms.get(widget.form()));
            Optional<Answer> objection =
                    form.map(found -> objection(actor, widget, found)).orElseGet(() -> Optional.of(unknown("/form")));
            Optional<Finding> refusal = objection.flatMap(DashboardSight::finding);
            if (objection.filter(Answer.Unknown.class::isInstance).isEmpty() || Designers.include(actor)) {
                seen.add(new Seen(
                        widget,
                        form,
                        refusal,
                        form.map(found -> columns(actor, widget, found)).orElse(List.of())));
            }
        }
        return seen;
    }

    private static Optional<Finding> finding(Answer answer) {
        if (answer instanceof Answer.Unknown unknown) {
            return Optional.of(unknown.finding());
        }
        return answer instanceof Answer.Withheld withheld ? Optional.of(withheld.finding()) : Optional.empty();
    }

    private static Answer unknown(String pointer) {
        return new Answer.Unknown(Finding.error(UNKNOWN, pointer));
    }

    private Optional<Answer> objection(Actor actor, WidgetDefinition widget, CompiledForm form) {
        if (widget.records().isEmpty()) {
            return aggregates.objection(actor, form, widget.query());
        }
        if (form.access().matching(actor).groups().isEmpty()
                || columns(actor, widget, form).isEmpty()) {
            return Optional.of(unknown("/columns"));
        }
        List<Finding> findings = records.objections(
                actor,
                form,
                shown(widget, columns(actor, widget, form), widget.query().limit()));
        return findings.stream()
                .filter(Finding::blocks)
                .<Answer>map(finding ->
                        finding.code().equals(UNKNOWN) ? new Answer.Unknown(finding) : new Answer.Withheld(finding))
                .findFirst();
    }

    /** The list that a widget of records asks for. */
    static RecordListRequest shown(WidgetDefinition widget, List<String> columns, int limit) {
        RecordListRequest request = widget.records().orElseThrow();
        return new RecordListRequest(
                request.filter(),
                request.sort(),
                Optional.of(columns),
                Math.min(request.limit(), limit),
                Optional.empty(),
                false,
                false,
                false);
    }

    private static List<String> columns(Actor actor, WidgetDefinition widget, CompiledForm form) {
        Grants grants = form.access().matching(actor);
        return widget.records().flatMap(RecordListRequest::fields).orElse(List.of()).stream()
                .filter(key -> SystemField.parse(key).isPresent()
                        || form.field(key).isPresent() && grants.atMost(key) != FieldAccess.HIDDEN)
                .toList();
    }

    /** The definition as far as he may know of it. */
    static ObjectNode definition(DashboardDefinition dashboard, List<Seen> seen) {
        ObjectNode definition = dashboard.source().deepCopy();
        ArrayNode widgets = definition.putArray("widgets");
        for (Seen each : seen) {
            ObjectNode widget = each.widget().source().deepCopy();
            if (each.widget().records().isPresent()) {
                ArrayNode columns = widget.putArray("columns");
                each.columns().forEach(columns::add);
            }
            widgets.add(widget);
        }
        return definition;
    }
}
