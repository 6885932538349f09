package io.jianmi.template.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.dashboard.DashboardDesk;
import io.jianmi.form.design.FormDesk;
import io.jianmi.workflow.design.WorkflowDesk;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

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

    /** Whether the tenant has it already. */
    Uni<Boolean> installed(Actor actor, TemplateFolder template) {
        TemplateInstallRow.Key key = new TemplateInstallRow.Key(actor.tenant().value(), template.id());
        return platform.inTenant(
                actor.tenant(),
                session -> session.find(TemplateInstallRow.class, key).map(row -> row != null));
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

    Uni<Void> note(Actor actor, TemplateFolder template) {
        return platform.run(notes, new NoteInstall(template.id(), template.version()), actor)
                .replaceWithVoid();
    }
}
