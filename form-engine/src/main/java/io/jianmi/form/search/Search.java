package io.jianmi.form.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.Grants;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.design.CompiledForms.Published;
import io.jianmi.form.query.RecordListRequest;
import io.jianmi.form.record.Records;
import io.jianmi.form.view.Views;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Looks for a text in the forms that somebody is in a group of. Each form is asked by one statement over its newest records, so a search costs
 * the same however many records there are; two forms at once, and so many forms in all.
 */
@Singleton
final class Search {

    /** Records of each form that are looked at, the newest first. */
    static final int NEWEST = 20_000;

    private static final int MOST_FORMS = 40;
    private static final int AT_ONCE = 2;

    /** Questions to indexes of protected fields in one search: each is noted and counts against his budget. */
    private static final int MOST_INDEXES = 10;

    private final CompiledForms forms;
    private final Records records;
    private final Views views;

    Search(CompiledForms forms, Records records, Views views) {
        this.forms = forms;
        this.records = records;
        this.views = views;
    }

    /** A form with what of it is searched for this actor. */
    private record Place(Published published, Grants grants, SearchedFields fields, List<CompiledField> indexed) {

        CompiledForm form() {
            return published.form();
        }

        JsonNode title() {
            return form().definition().source().path("title");
        }
    }

    Uni<ObjectNode> of(Actor actor, SearchRequest request) {
        return forms.all(actor.tenant())
                .map(all -> known(actor, request, all))
                .chain(known -> found(actor, request, known)
                        .chain(records ->
                                viewed(actor, request, known).map(views -> answer(request, known, records, views))));
    }

    /** Whoever is in no group of a form does not list its records, designer or not. */
    private static List<Place> known(Actor actor, SearchRequest request, List<Published> all) {
        return all.stream()
                .filter(one -> request.form().isEmpty()
                        || request.form().get().equals(one.form().key()))
                .filter(one -> !one.form().access().own(actor).groups().isEmpty())
                .sorted(Comparator.comparing(Published::app)
                        .thenComparing(one -> one.form().key()))
                .map(one -> {
                    Grants grants = one.form().access().matching(actor);
                    return new Place(
                            one,
                            grants,
                            SearchedFields.of(one.form(), grants),
                            SearchedFields.indexed(one.form(), grants, request.text()));
                })
                .toList();
    }

    private Uni<List<ObjectNode>> found(Actor actor, SearchRequest request, List<Place> known) {
        List<Uni<List<ObjectNode>>> asked = new ArrayList<>();
        int indexes = 0;
        for (Place place : known.subList(0, Math.min(MOST_FORMS, known.size()))) {
            if (!place.fields().clear().isEmpty()) {
                asked.add(inForm(actor, place, request, place.fields().holding(request.text(), request.limit()), true));
            }
            for (CompiledField field : request.exact() ? place.indexed() : List.<CompiledField>of()) {
                indexes++;
                if (indexes <= MOST_INDEXES) {
                    asked.add(inForm(
                            actor,
                            place,
                            request,
                            place.fields().exactly(field, request.text(), request.limit()),
                            false));
                }
            }
        }
        if (asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join().all(asked).usingConcurrencyOf(AT_ONCE).andFailFast().map(Search::eachOnce);
    }

    private Uni<List<ObjectNode>> inForm(
            Actor actor, Place place, SearchRequest request, RecordListRequest question, boolean newest) {
        Supplier<Uni<ObjectNode>> page = () -> newest
                ? records.newest(actor, place.form(), question, NEWEST)
                : records.query(actor, place.form(), question, new ArrayList<>());
        return forms.using(
                        actor.tenant(),
                        place.published().app(),
                        place.form().key(),
                        today -> page.get().map(answer -> items(place, request, answer)))
                .onFailure(Search::missing)
                .recoverWithItem(List.of());
    }

    private static boolean missing(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == CommonProblem.NOT_FOUND;
    }

    /** A record whose seal is broken has nothing to be known by; lists show that it is there. */
    private static List<ObjectNode> items(Place place, SearchRequest request, ObjectNode answer) {
        List<ObjectNode> items = new ArrayList<>();
        answer.path("items").forEach(item -> {
            if (item.has("data")) {
                items.add(item(place, request, item));
            }
        });
        return items;
    }

    private static ObjectNode item(Place place, SearchRequest request, JsonNode record) {
        JsonNode data = record.path("data");
        ObjectNode item = named(place).put("id", record.path("id").asText());
        JsonNode title =
                place.fields().title().map(field -> data.path(field.key())).orElse(Json.NODES.missingNode());
        item.put(
                "title", place.fields().title().map(field -> field.title(title)).orElse(""));
        item.put("masked", title.has("masked"));
        item.putNull("match");
        for (CompiledField field : place.fields().clear()) {
            String shown = data.path(field.key()).asText("");
            boolean isTitle = place.fields().title().filter(field::equals).isPresent();
            if (!isTitle && Excerpt.holds(shown, request.text())) {
                ObjectNode match = item.putObject("match").put("field", field.key());
                match.put("text", Excerpt.around(shown, request.text()));
                ObjectNode words = match.putObject("title");
                field.title().texts().forEach(words::put);
                break;
            }
        }
        return item;
    }

    /** A record that is found in two ways is one. */
    private static List<ObjectNode> eachOnce(List<List<ObjectNode>> found) {
        Map<String, ObjectNode> once = new LinkedHashMap<>();
        found.forEach(
                items -> items.forEach(item -> once.putIfAbsent(item.path("id").asText(), item)));
        return List.copyOf(once.values());
    }

    private Uni<List<ObjectNode>> viewed(Actor actor, SearchRequest request, List<Place> known) {
        Map<String, Place> places = new LinkedHashMap<>();
        known.forEach(place -> places.put(place.form().key(), place));
        return views.titled(
                        actor, known.stream().map(Place::form).toList(), title -> Excerpt.names(title, request.text()))
                .map(found -> found.stream()
                        .limit(request.limit())
                        .map(view -> {
                            ObjectNode item = named(Objects.requireNonNull(places.get(view.form())));
                            item.put("view", view.told().path("id").asText());
                            item.set("title", view.told().path("title"));
                            return item;
                        })
                        .toList());
    }

    private static ObjectNode named(Place place) {
        ObjectNode item = Json.NODES
                .objectNode()
                .put("app", place.published().app())
                .put("form", place.form().key());
        item.set("formTitle", place.title());
        return item;
    }

    private static ObjectNode answer(
            SearchRequest request, List<Place> known, List<ObjectNode> records, List<ObjectNode> views) {
        ObjectNode answer = Json.NODES.objectNode();
        answer.putArray("records").addAll(records);
        answer.putArray("views").addAll(views);
        answer.putArray("forms")
                .addAll(known.stream()
                        .filter(place -> Excerpt.names(place.title(), request.text()))
                        .limit(request.limit())
                        .map(Search::named)
                        .toList());
        answer.put("newest", NEWEST);
        answer.put("formsLeft", Math.max(0, known.size() - MOST_FORMS));
        answer.put("exact", known.stream().anyMatch(place -> !place.indexed().isEmpty()));
        return answer;
    }
}
