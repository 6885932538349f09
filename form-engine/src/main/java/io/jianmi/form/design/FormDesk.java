package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an installer does with apps and forms: the designer's own commands, repeatable after an interruption. */
@Singleton
public final class FormDesk {

    private final PlatformPipeline platform;
    private final CreateApp.Handler apps;
    private final SaveDraft.Handler drafts;
    private final Publishing publishing;
    private final CompiledForms forms;

    FormDesk(
            PlatformPipeline platform,
            CreateApp.Handler apps,
            SaveDraft.Handler drafts,
            Publishing publishing,
            CompiledForms forms) {
        this.platform = platform;
        this.apps = apps;
        this.drafts = drafts;
        this.publishing = publishing;
        this.forms = forms;
    }

    /** Makes the app unless it is there. */
    public Uni<Void> app(Actor actor, String key, JsonNode title) {
        return platform.run(apps, new CreateApp(key, title, Optional.empty()), actor)
                .replaceWithVoid()
                .onFailure(failure ->
                        failure instanceof ProblemException problem && problem.type() == DesignProblem.APP_KEY_TAKEN)
                .recoverWithNull();
    }

    /** Saves and publishes the form unless some version of it is published. */
    public Uni<Void> install(Actor actor, String app, ObjectNode definition) {
        String form = definition.path("key").asText();
        return forms.inApp(actor.tenant(), app, form)
                .replaceWithVoid()
                .onFailure(ProblemException.class)
                .recoverWithUni(() -> platform.run(
                                drafts, new SaveDraft(app, form, definition, Precondition.NONE), actor)
                        .chain(() -> publishing.publish(actor, app, form, Json.NODES.objectNode()))
                        .replaceWithVoid());
    }

    /**
     * Of the definitions that somebody wants to install the keys under which the tenant has a form of another app, or one that was designed
     * otherwise.
     */
    public Uni<Set<String>> designedOtherwise(Actor actor, String app, List<ObjectNode> definitions) {
        Designers.require(actor);
        String tenant = actor.tenant().value();
        return platform.inTenant(actor.tenant(), session -> Definitions.drafts(session, tenant))
                .map(drafts -> drafts.stream()
                        .filter(draft -> !draft.app.equals(app) || !definitions.contains(Json.parse(draft.definition)))
                        .map(draft -> draft.key.form())
                        .collect(Collectors.toSet()));
    }
}
