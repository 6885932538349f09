package io.jianmi.form.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.dashboard.DashboardSight.Seen;
import io.jianmi.form.dashboard.DashboardStore.Version;
import io.jianmi.form.dashboard.definition.DashboardDefinition;
import io.jianmi.form.dashboard.definition.DashboardParser;
import io.jianmi.form.design.Designers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Published dashboards as each reader may know of them. One of whose widgets none is there for him is not there either. */
@Singleton
final class Dashboards {

    private final DashboardStore store;
    private final DashboardForms forms;
    private final DashboardSight sight;
    private final DashboardFigures figures;

    Dashboards(DashboardStore store, DashboardForms forms, DashboardSight sight, DashboardFigures figures) {
        this.store = store;
        this.forms = forms;
        this.sight = sight;
        this.figures = figures;
    }

    private record Found(Version version, DashboardDefinition definition, Map<String, CompiledForm> forms) {}

    /** The dashboards of an app; to designers also those that are drafts only, with version 0. */
    Uni<ObjectNode> list(Actor actor, String app) {
        return store.newest(actor.tenant(), app).chain(versions -> {
            List<Found> found = versions.stream()
                    .map(version -> new Found(version, read(version), Map.of()))
                    .toList();
            Set<String> keys = new TreeSet<>();
            found.forEach(each -> keys.addAll(each.definition().forms()));
            return forms.of(actor.tenant(), app, keys)
                    .chain(known -> drafts(actor, app).map(items -> listed(actor, found, known, items)));
        });
    }

    private ObjectNode listed(
            Actor actor, List<Found> found, Map<String, CompiledForm> known, Map<String, ObjectNode> items) {
        for (Found each : found) {
            if (there(actor, sight.of(actor, each.definition(), known))) {
                items.put(
                        each.definition().key(),
                        item(each.definition().source(), each.version().version()));
            }
        }
        ObjectNode answer = Json.NODES.objectNode();
        ArrayNode list = answer.putArray("items");
        items.values().forEach(list::add);
        answer.putNull("next");
        return answer;
    }

    private Uni<Map<String, ObjectNode>> drafts(Actor actor, String app) {
        Map<String, ObjectNode> items = new TreeMap<>();
        return Designers.include(actor)
                ? store.drafts(actor.tenant(), app).map(drafts -> {
                    drafts.forEach(draft -> items.put(draft.key(), item(Json.parse(draft.definition()), 0)));
                    return items;
                })
                : Uni.createFrom().item(items);
    }

    private static ObjectNode item(JsonNode source, int version) {
        ObjectNode item = Json.NODES.objectNode();
        item.set("key", source.path("key"));
        item.set("title", source.path("title"));
        return item.put("version", version);
    }

    /** The newest version as far as he may know of it. */
    Uni<ObjectNode> get(Actor actor, DashboardKey dashboard) {
        return newest(actor, dashboard).map(found -> cut(actor, found));
    }

    /** An old version is seen by those who still see the dashboard, with the rights that they have now. */
    Uni<ObjectNode> version(Actor actor, DashboardKey dashboard, int version) {
        return newest(actor, dashboard)
                .invoke(current -> cut(actor, current))
                .chain(() -> store.version(actor.tenant(), dashboard, version))
                .chain(old -> found(actor, dashboard, old))
                .map(found -> cut(actor, found));
    }

    /** Its versions, the newest first. */
    Uni<ObjectNode> versions(Actor actor, DashboardKey dashboard) {
        return newest(actor, dashboard)
                .invoke(current -> cut(actor, current))
                .chain(() -> store.versions(actor.tenant(), dashboard))
                .map(versions -> {
                    ObjectNode answer = Json.NODES.objectNode();
                    ArrayNode items = answer.putArray("items");
                    versions.forEach(version -> items.addObject()
                            .put("version", version.version())
                            .put("publishedAt", version.publishedAt().toString())
                            .put("publishedBy", version.publishedBy()));
                    answer.putNull("next");
                    return answer;
                });
    }

    /** What its widgets show him. */
    Uni<ObjectNode> figures(Actor actor, DashboardKey dashboard, JsonNode body) {
        return newest(actor, dashboard).chain(found -> {
            cut(actor, found);
            return figures.of(actor, found.definition(), found.forms(), body, List.of())
                    .map(answer -> answer.put("version", found.version().version()));
        });
    }

    private ObjectNode cut(Actor actor, Found found) {
        List<Seen> seen = sight.of(actor, found.definition(), found.forms());
        if (!there(actor, seen)) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
        ObjectNode answer =
                Json.NODES.objectNode().put("version", found.version().version());
        answer.put("editable", Designers.include(actor));
        answer.set("definition", DashboardSight.definition(found.definition(), seen));
        return answer;
    }

    private static boolean there(Actor actor, List<Seen> seen) {
        return !seen.isEmpty() || Designers.include(actor);
    }

    private Uni<Found> newest(Actor actor, DashboardKey dashboard) {
        return store.newest(actor.tenant(), dashboard).chain(version -> found(actor, dashboard, version));
    }

    private Uni<Found> found(Actor actor, DashboardKey dashboard, Optional<Version> stored) {
        Version version = stored.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        DashboardDefinition definition = read(version);
        return forms.of(actor.tenant(), dashboard.app(), definition.forms())
                .map(known -> new Found(version, definition, known));
    }

    private static DashboardDefinition read(Version version) {
        return DashboardParser.read((ObjectNode) Json.parse(version.definition()));
    }
}
