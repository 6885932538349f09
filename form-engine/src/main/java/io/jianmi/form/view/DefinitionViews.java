package io.jianmi.form.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledView;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.query.DefinitionFilter;
import io.jianmi.form.view.ViewContent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views that the designer of a form wrote, in the shape of saved ones. Pure. */
final class DefinitionViews {

    /** What their ids begin with; a saved one has a UUID. */
    static final String PREFIX = "definition:";

    private DefinitionViews() {}

    /** Those whose condition the actor may know, in order; galleries are not offered in this version. */
    static List<View> of(CompiledForm form, Actor actor, Grants grants) {
        List<View> views = new ArrayList<>();
        Map<String, Object> user = UserContext.of(actor);
        JsonNode written = form.definition().source().path("views");
        for (int i = 0; i < form.views().size(); i++) {
            CompiledView view = form.views().get(i);
            Optional<Kind> kind = Kind.parse(view.type());
            if (kind.isPresent() && tellable(view, grants)) {
                views.add(view(form, view, kind.get(), written.path(i).path("title"), user));
            }
        }
        return views;
    }

    private static View view(
            CompiledForm form, CompiledView view, Kind kind, JsonNode title, Map<String, Object> user) {
        CompiledExpression condition = view.filter();
        Optional<JsonNode> filter =
                condition == null ? Optional.of(Json.NODES.nullNode()) : DefinitionFilter.of(condition, user);
        ViewContent content = new ViewContent(
                title.isTextual() || title.isObject() ? title : Json.NODES.textNode(view.key()),
                kind,
                filter.orElseGet(Json.NODES::nullNode),
                view.sort().stream()
                        .map(key -> (key.descending() ? "-" : "") + key.field())
                        .toList(),
                view.columns().isEmpty() ? Optional.empty() : Optional.of(view.columns()),
                ColumnLooks.PLAIN,
                kind == Kind.KANBAN ? view.groupBy() : null,
                kind == Kind.CALENDAR ? view.dateField() : null,
                null);
        String flaw = filter.isEmpty() ? "view.filter-unsupported" : incomplete(content) ? "view.field-required" : null;
        return new View(PREFIX + view.key(), null, true, form.version(), content, flaw);
    }

    private static boolean incomplete(ViewContent content) {
        return content.kind() == Kind.KANBAN && content.groupBy() == null
                || content.kind() == Kind.CALENDAR && content.date() == null;
    }

    private static boolean tellable(CompiledView view, Grants grants) {
        CompiledExpression condition = view.filter();
        return condition == null
                || condition.inputs().stream()
                        .allMatch(name ->
                                SystemField.parse(name).isPresent() || grants.atMost(name) != FieldAccess.HIDDEN);
    }
}
