package io.jianmi.form.dashboard.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A dashboard, read.
 *
 * @param smallestGroup least number of people of a group that is told to whoever cannot list them; 0: what the installation says
 * @param source as written
 */
public record DashboardDefinition(String key, int smallestGroup, List<WidgetDefinition> widgets, ObjectNode source) {

    public DashboardDefinition {
        widgets = List.copyOf(widgets);
    }

    /** Keys of the forms that it is about. */
    public Set<String> forms() {
        Set<String> forms = new TreeSet<>();
        widgets.forEach(widget -> forms.add(widget.form()));
        return forms;
    }

    public Optional<WidgetDefinition> widget(String key) {
        return widgets.stream().filter(widget -> widget.key().equals(key)).findFirst();
    }
}
