package io.jianmi.template.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.identity.PlatformRoles;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.design.Designers;
import io.jianmi.template.catalog.TemplateCatalog;
import io.jianmi.template.catalog.TemplateFolder;
import io.jianmi.template.catalog.TemplateViews;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What designers do with templates: look, and install. */
@Singleton
final class TemplateCentre {

    private final TemplateCatalog catalog;
    private final TemplateInstaller installer;
    private final OrgDirectory directory;
    private final PlatformPipeline platform;
    private final NoteInstall.Handler notes;
    private final Idempotency idempotency;

    TemplateCentre(
            TemplateCatalog catalog,
            TemplateInstaller installer,
            OrgDirectory directory,
            PlatformPipeline platform,
            NoteInstall.Handler notes,
            Idempotency idempotency) {
        this.catalog = catalog;
        this.installer = installer;
        this.directory = directory;
        this.platform = platform;
        this.notes = notes;
        this.idempotency = idempotency;
    }

    /** All templates. */
    ObjectNode all() {
        ObjectNode answer = Json.NODES.objectNode();
        ArrayNode items = answer.putArray("items");
        catalog.all().forEach(template -> items.add(TemplateViews.summary(template)));
        return answer.putNull("next");
    }

    /** One with the fields of its forms. */
    ObjectNode one(String id) {
        return TemplateViews.whole(folder(id));
    }

    /** All templates as they stand in a tenant: {@code installed} is the version or null, {@code missingRoles} nobody there can have yet. */
    Uni<ObjectNode> in(Actor actor) {
        Designers.require(actor);
        return installer.installed(actor).map(versions -> {
            ObjectNode answer = Json.NODES.objectNode();
            ArrayNode items = answer.putArray("items");
            catalog.all().forEach(template -> items.add(standing(actor, template, versions)));
            return answer.putNull("next");
        });
    }

    private ObjectNode standing(Actor actor, TemplateFolder template, Map<String, String> versions) {
        ObjectNode view = TemplateViews.summary(template);
        view.put("installed", versions.get(template.id()));
        Set<String> known = directory.of(actor.tenant()).roles();
        ArrayNode missing = view.putArray("missingRoles");
        for (JsonNode role : view.path("roles")) {
            if (!known.contains(role.asText()) && !PlatformRoles.KEYS.contains(role.asText())) {
                missing.add(role);
            }
        }
        return view;
    }

    /**
     * Copies the template into the tenant. 409 {@code template.installed}; 409 {@code template.keys-taken} before anything is written. An
     * installation that was interrupted is taken up where it stood.
     *
     * @param key the caller's for this request
     */
    Uni<ObjectNode> install(Actor actor, String id, @Nullable String key) {
        if (!Designers.include(actor)) {
            // The pipeline refuses and logs it.
            return platform.run(notes, new NoteInstall(id, "", Optional.empty()), actor)
                    .replaceWith(Json.NODES::objectNode);
        }
        TemplateFolder template = folder(id);
        Optional<Idempotency.Request> request = Idempotency.Request.of(key, "template/" + id, null);
        return idempotency
                .once(actor, request, made -> Uni.createFrom().voidItem(), () -> install(actor, template, request))
                .map(done -> Json.NODES
                        .objectNode()
                        .put("id", id)
                        .put("version", template.version())
                        .put("app", template.app()));
    }

    private Uni<Void> install(Actor actor, TemplateFolder template, Optional<Idempotency.Request> request) {
        return installer
                .installed(actor)
                .invoke(versions -> {
                    if (versions.containsKey(template.id())) {
                        throw ProblemException.of(TemplateProblem.INSTALLED);
                    }
                })
                .chain(() -> installer.taken(actor, template))
                .invoke(findings -> {
                    if (!findings.isEmpty()) {
                        throw ProblemException.of(TemplateProblem.KEYS_TAKEN, findings);
                    }
                })
                .chain(() -> installer.definitions(actor, template))
                .chain(() -> installer.note(actor, template, request));
    }

    private TemplateFolder folder(String id) {
        return catalog.find(id).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }
}
