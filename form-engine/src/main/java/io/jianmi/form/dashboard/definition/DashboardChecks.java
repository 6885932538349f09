package io.jianmi.form.dashboard.definition;

import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.aggregate.AggregateChecks;
import io.jianmi.form.aggregate.Bucket;
import io.jianmi.form.aggregate.Dimension;
import io.jianmi.form.aggregate.Groupable;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.query.RecordListRequest;
import io.jianmi.form.query.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with a dashboard, given the forms that it is about as they are published now. */
public final class DashboardChecks {

    /** Columns of the grid that widgets stand on. */
    static final int COLUMNS = 12;

    private final Map<String, CompiledForm> forms;
    private final List<Finding> findings = new ArrayList<>();

    private DashboardChecks(Map<String, CompiledForm> forms) {
        this.forms = forms;
    }

    /** @param forms those of the same app, by key; one that is not published is missing */
    public static List<Finding> of(DashboardDefinition dashboard, Map<String, CompiledForm> forms) {
        DashboardChecks checks = new DashboardChecks(forms);
        Set<String> keys = new HashSet<>();
        for (WidgetDefinition widget : dashboard.widgets()) {
            if (!keys.add(widget.key())) {
                checks.error("dashboard.duplicate-key", Pointer.child(widget.pointer(), "key"), Map.of());
            }
            checks.place(widget);
            checks.widget(widget);
        }
        return checks.findings;
    }

    private void place(WidgetDefinition widget) {
        int x = widget.source().path("at").path("x").asInt(0);
        int width = widget.source().path("at").path("w").asInt(1);
        if (x + width > COLUMNS) {
            error("dashboard.off-grid", Pointer.child(widget.pointer(), "at"), Map.of("columns", COLUMNS));
        }
    }

    private void widget(WidgetDefinition widget) {
        CompiledForm form = forms.get(widget.form());
        if (form == null) {
            error("dashboard.form-unknown", Pointer.child(widget.pointer(), "form"), Map.of());
            return;
        }
        if (widget.records().isPresent()) {
            records(widget, form, widget.records().get());
            return;
        }
        shape(widget);
        new AggregateChecks(form, findings).check(widget.query());
        if (widget.kind() == WidgetKind.MAP) {
            map(widget, form);
        }
    }

    private void records(WidgetDefinition widget, CompiledForm form, RecordListRequest request) {
        if (widget.kind() != WidgetKind.TABLE || !widget.query().dimensions().isEmpty()) {
            error("dashboard.columns", Pointer.child(widget.pointer(), "columns"), Map.of());
        }
        AggregateChecks checks = new AggregateChecks(form, findings);
        checks.filter(request.filter());
        for (Sort sort : request.sort()) {
            checks.usable(sort.field(), sort.pointer());
        }
        List<String> columns = request.fields().orElse(List.of());
        for (int i = 0; i < columns.size(); i++) {
            String key = columns.get(i);
            if (form.field(key).isEmpty() && SystemField.parse(key).isEmpty()) {
                error("field.unknown", Pointer.child(Pointer.child(widget.pointer(), "columns"), i), Map.of());
            }
        }
    }

    private void shape(WidgetDefinition widget) {
        WidgetKind kind = widget.kind();
        int dimensions = widget.query().dimensions().size();
        if (dimensions < kind.leastDimensions() || dimensions > kind.mostDimensions()) {
            error(
                    "dashboard.dimensions",
                    Pointer.child(widget.pointer(), "groupBy"),
                    Map.of("minimum", kind.leastDimensions(), "maximum", kind.mostDimensions()));
        }
        int most = kind.mostMeasures(dimensions);
        if (widget.query().measures().size() > most) {
            error("dashboard.measures", Pointer.child(widget.pointer(), "measures"), Map.of("maximum", most));
        }
    }

    private void map(WidgetDefinition widget, CompiledForm form) {
        for (Dimension dimension : widget.query().dimensions()) {
            boolean provinces =
                    dimension.by().filter(by -> by == Bucket.PROVINCE).isPresent();
            if (form.field(dimension.field()).isPresent()
                    && !(provinces && Groupable.region(form, dimension.field()))) {
                error("dashboard.not-provinces", dimension.pointer(), Map.of());
            }
        }
    }

    private void error(String code, String pointer, Map<String, Object> params) {
        findings.add(Finding.error(code, pointer, params));
    }
}
