package io.jianmi.form.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.Grants;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one can do with views. */
@Singleton
public final class Views {

    private final CommandPipeline pipeline;
    private final CreateViewHandler creating;
    private final ChangeViewHandler changing;
    private final TrashViewHandler trashing;
    private final ViewStore store;
    private final ViewReader reader;
    private final Idempotency idempotency;
    private final Ids ids;

    Views(
            CommandPipeline pipeline,
            CreateViewHandler creating,
            ChangeViewHandler changing,
            TrashViewHandler trashing,
            ViewStore store,
            ViewReader reader,
            Idempotency idempotency,
            Ids ids) {
        this.pipeline = pipeline;
        this.creating = creating;
        this.changing = changing;
        this.trashing = trashing;
        this.store = store;
        this.reader = reader;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    /** Those of the definition, then saved ones, oldest first; all of them, since there are only so many. */
    Uni<ObjectNode> list(Actor actor, CompiledForm form) {
        Grants grants = form.access().own(actor);
        if (grants.groups().isEmpty()) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
        // What somebody has saved is his: who looks as he sees those of the definition.
        Uni<List<View>> kept = actor.simulated() ? Uni.createFrom().item(List.of()) : store.of(actor, form.key());
        return kept.chain(
                        saved -> reader.all(actor, form, grants, with(DefinitionViews.of(form, actor, grants), saved)))
                .map(told -> {
                    ObjectNode answer = Json.NODES.objectNode();
                    answer.putArray("items").addAll(told);
                    return answer.putNull("next");
                });
    }

    private static List<View> with(List<View> views, List<View> saved) {
        return Stream.concat(views.stream(), saved.stream()).toList();
    }

    /**
     * A view somebody is told of.
     *
     * @param form key of the form whose records it lists
     * @param told as the list of views shows it
     */
    public record Named(String form, ObjectNode told) {}

    /** Views of some forms whose title is wanted and that he can use, those of the definitions first; by one statement. */
    public Uni<List<Named>> titled(Actor actor, List<CompiledForm> forms, Predicate<JsonNode> wanted) {
        Uni<Map<String, List<View>>> kept = actor.simulated() || forms.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : store.of(actor, forms.stream().map(CompiledForm::key).toList());
        return kept.chain(saved -> Multi.createFrom()
                .iterable(forms)
                .onItem()
                .transformToUniAndConcatenate(
                        form -> titled(actor, form, saved.getOrDefault(form.key(), List.of()), wanted))
                .onItem()
                .<Named>disjoint()
                .collect()
                .asList());
    }

    private Uni<List<Named>> titled(Actor actor, CompiledForm form, List<View> saved, Predicate<JsonNode> wanted) {
        Grants grants = form.access().own(actor);
        List<View> views = with(DefinitionViews.of(form, actor, grants), saved).stream()
                .filter(view -> wanted.test(view.content().title()))
                .toList();
        return reader.all(actor, form, grants, views)
                .map(all -> all.stream()
                        .filter(told -> told.path("usable").booleanValue())
                        .map(told -> new Named(form.key(), told))
                        .toList());
    }

    /** The same request with the same key makes one view. */
    Uni<ObjectNode> create(Actor actor, CompiledForm form, ObjectNode body, Optional<String> idempotencyKey) {
        Optional<Idempotency.Request> request =
                Idempotency.Request.of(idempotencyKey.orElse(null), "view/" + form.key(), body);
        return idempotency.once(
                actor,
                request,
                made -> again(actor, form, made.get(0)),
                () -> pipeline.run(creating, new CreateView(form, ids.next(), body, request), actor)
                        .chain(view -> told(actor, form, view)));
    }

    private Uni<ObjectNode> again(Actor actor, CompiledForm form, UUID id) {
        return store.find(actor, form.key(), id)
                .chain(found -> told(
                        actor,
                        form,
                        found.filter(kept -> !kept.deleted())
                                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND))
                                .view()));
    }

    Uni<ObjectNode> change(Actor actor, CompiledForm form, String id, @Nullable String ifMatch, ObjectNode body) {
        return saved(actor, form, id)
                .chain(view -> pipeline.run(changing, new ChangeView(form, view, ifMatch, body), actor))
                .chain(view -> told(actor, form, view));
    }

    Uni<Void> delete(Actor actor, CompiledForm form, String id, @Nullable String ifMatch) {
        return saved(actor, form, id)
                .chain(view -> pipeline.run(trashing, new TrashView(form, view, ifMatch, false), actor))
                .replaceWithVoid();
    }

    Uni<ObjectNode> restore(Actor actor, CompiledForm form, String id) {
        return saved(actor, form, id)
                .chain(view -> pipeline.run(trashing, new TrashView(form, view, null, true), actor))
                .chain(view -> told(actor, form, view));
    }

    private Uni<ObjectNode> told(Actor actor, CompiledForm form, View view) {
        return reader.told(actor, form, form.access().matching(actor), view)
                .map(told -> told.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    /** The id of a saved view; one of the definition is refused where it is told, and else is missing like any. */
    private Uni<UUID> saved(Actor actor, CompiledForm form, String id) {
        Grants grants = form.access().matching(actor);
        List<View> named = DefinitionViews.of(form, actor, grants).stream()
                .filter(view -> view.id().equals(id))
                .toList();
        return reader.all(actor, form, grants, named).map(known -> {
            if (!known.isEmpty() && !grants.groups().isEmpty()) {
                throw ProblemException.of(ViewProblem.OF_DEFINITION);
            }
            return Ids.parse(id).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        });
    }
}
