package io.jianmi.template.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.dashboard.DashboardDesk;
import io.jianmi.form.design.FormDesk;
import io.jianmi.template.catalog.TemplateFolder;
import io.jianmi.workflow.design.WorkflowDesk;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts a template into a tenant. Every step can be repeated, so an interrupted installation is simply run again. */
@Singleton
final class TemplateInstaller {

    private final FormDesk forms;
    private final WorkflowDesk workflows;
    private final DashboardDesk dashboards;
    private final PlatformPipeline platform;
    private final NoteInstall.Handler notes;

    TemplateInstaller(
            FormDesk forms,
            WorkflowDesk workflows,
            DashboardDesk dashboards,
            PlatformPipeline platform,
            NoteInstall.Handler notes) {
        this.forms = forms;
        this.workflows = workflows;
        this.dashboards = dashboards;
        this.platform = platform;
        this.notes = notes;
    }

    /** The version of each template that the tenant has, by its id. */
    Uni<Map<String, String>> installed(Actor actor) {
        return platform.inTenant(
                actor.tenant(),
                session -> session.createQuery(
                                "from TemplateInstallRow where key.tenant = ?1", TemplateInstallRow.class)
                        .setParameter(1, actor.tenant().value())
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(row -> row.key.template(), row -> row.version))));
    }

    /** What the tenant has under keys of the template and is not of the template: it would be written over. */
    Uni<List<Finding>> taken(Actor actor, TemplateFolder template) {
        return forms.designedOtherwise(actor, template.app(), template.forms())
                .chain(keys -> workflows.readDrafts(actor, template.app()).map(drafts -> {
                    List<Finding> findings = new ArrayList<>(findings("/forms", template.forms(), keys::contains));
                    findings.addAll(findings(
                            "/workflows",
                            template.workflows(),
                            key -> drafts.stream()
                                    .anyMatch(
                                            draft -> draft.path("key").asText().equals(key)
                                                    && !template.workflows().contains(draft))));
                    return findings;
                }));
    }

    private static List<Finding> findings(String pointer, List<ObjectNode> definitions, Predicate<String> taken) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < definitions.size(); i++) {
            String key = definitions.get(i).path("key").asText();
            if (taken.test(key)) {
                findings.add(Finding.error("template.key-taken", pointer + "/" + i, Map.of("key", key)));
            }
        }
        return findings;
    }

    /** App, forms, then workflows and dashboards, which refer to forms. */
    Uni<Void> definitions(Actor actor, TemplateFolder template) {
        Uni<Void> steps = forms.app(actor, template.app(), template.title());
        for (ObjectNode form : template.forms()) {
            steps = steps.chain(() -> forms.install(actor, template.app(), form));
        }
        for (ObjectNode workflow : template.workflows()) {
            String key = workflow.path("key").asText();
            steps = steps.chain(() -> workflows.save(actor, template.app(), key, workflow, Precondition.NONE))
                    .chain(() -> workflows.publish(actor, template.app(), key, false))
                    .replaceWithVoid();
        }
        for (ObjectNode dashboard : template.dashboards()) {
            steps = steps.chain(() -> dashboards.install(actor, template.app(), dashboard));
        }
        return steps;
    }

    Uni<Void> note(Actor actor, TemplateFolder template, Optional<Idempotency.Request> request) {
        return platform.run(notes, new NoteInstall(template.id(), template.version(), request), actor)
                .replaceWithVoid();
    }
}
