package io.jianmi.form.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.aggregate.Dimension;
import io.jianmi.form.aggregate.Picked;
import io.jianmi.form.dashboard.DashboardSight.Seen;
import io.jianmi.form.dashboard.definition.WidgetDefinition;
import io.jianmi.form.query.Filter;
import io.jianmi.form.record.RequestBody;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Groups that a reader has picked to look at the others by: {@code {"widget": "byLevel", "dimension": 0, "key": "A"}}. A pick narrows the
 * other widgets about the same form. Only what a dashboard shows can be picked, so nobody asks by a field that it does not name.
 */
@Singleton
final class DashboardPicks {

    private static final int MOST = 10;

    private final ZoneId zone;

    DashboardPicks(@ConfigProperty(name = "jianmi.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.zone = zone;
    }

    private record Pick(String widget, String form, Filter filter) {}

    /** @param widgets keys of those that are asked for; empty: all */
    record Picks(List<Pick> picks, Set<String> widgets) {

        boolean asks(WidgetDefinition widget) {
            return widgets.isEmpty() || widgets.contains(widget.key());
        }

        /** What narrows a widget. */
        List<Filter> on(WidgetDefinition widget) {
            return picks.stream()
                    .filter(pick ->
                            pick.form().equals(widget.form()) && !pick.widget().equals(widget.key()))
                    .map(Pick::filter)
                    .toList();
        }
    }

    /** @throws io.jianmi.core.problem.ProblemException when the body asks for what is not there for this reader */
    Picks read(JsonNode body, List<Seen> seen) {
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = body.path("picks");
        List<Pick> picks = new ArrayList<>();
        if (!sent.isMissingNode() && !sent.isArray() || sent.size() > MOST) {
            findings.add(Finding.error("request.type", "/picks", java.util.Map.of("expected", "array")));
        } else {
            for (int i = 0; i < sent.size(); i++) {
                pick(sent.get(i), Pointer.child("/picks", i), seen, findings).ifPresent(picks::add);
            }
        }
        Set<String> widgets = new HashSet<>();
        body.path("widgets").forEach(key -> widgets.add(key.asText()));
        RequestBody.refuse(findings);
        return new Picks(picks, widgets);
    }

    private Optional<Pick> pick(JsonNode sent, String pointer, List<Seen> seen, List<Finding> findings) {
        Optional<Seen> found = seen.stream()
                .filter(each -> each.widget().key().equals(sent.path("widget").asText())
                        && each.refusal().isEmpty())
                .findFirst();
        Optional<Filter> filter = found.flatMap(each -> filter(each, sent, pointer));
        if (filter.isEmpty()) {
            findings.add(Finding.error("dashboard.unknown-group", pointer));
        }
        return filter.map(condition -> new Pick(
                found.orElseThrow().widget().key(), found.orElseThrow().widget().form(), condition));
    }

    private Optional<Filter> filter(Seen seen, JsonNode sent, String pointer) {
        List<Dimension> dimensions = seen.widget().query().dimensions();
        int number = sent.path("dimension").asInt(0);
        if (number < 0 || number >= dimensions.size()) {
            return Optional.empty();
        }
        return new Picked(seen.form().orElseThrow(), zone)
                .filter(
                        dimensions.get(number),
                        Optional.ofNullable(sent.path("key").textValue()),
                        pointer);
    }
}
