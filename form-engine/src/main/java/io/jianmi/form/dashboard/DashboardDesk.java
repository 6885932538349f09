package io.jianmi.form.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.dashboard.DashboardStore.Draft;
import io.jianmi.form.dashboard.definition.DashboardChecks;
import io.jianmi.form.dashboard.definition.DashboardDefinition;
import io.jianmi.form.dashboard.definition.DashboardParser;
import io.jianmi.form.design.Designers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What designers do with dashboards: save, check, publish, try. */
@Singleton
public final class DashboardDesk {

    private final PlatformPipeline pipeline;
    private final SaveDashboardDraftHandler saving;
    private final PublishDashboardHandler publishing;
    private final DashboardStore store;
    private final DashboardForms forms;
    private final DashboardFigures figures;
    private final DashboardParser parser = new DashboardParser();

    DashboardDesk(
            PlatformPipeline pipeline,
            SaveDashboardDraftHandler saving,
            PublishDashboardHandler publishing,
            DashboardStore store,
            DashboardForms forms,
            DashboardFigures figures) {
        this.pipeline = pipeline;
        this.saving = saving;
        this.publishing = publishing;
        this.store = store;
        this.forms = forms;
        this.figures = figures;
    }

    /** @param revision of the draft as it stands now */
    record Saved(int revision, List<Finding> findings) {}

    /** @param version empty when it was a dry run */
    record Publication(Optional<Integer> version, List<Finding> findings) {}

    /** @param precondition which draft it replaces */
    Uni<Saved> save(Actor actor, DashboardKey dashboard, JsonNode document, Precondition precondition) {
        List<Finding> findings = new ArrayList<>(parser.parse(document).findings());
        findings.addAll(misnamed(dashboard, document));
        return pipeline.run(saving, new SaveDashboardDraft(dashboard, Json.write(document), precondition), actor)
                .map(revision -> new Saved(revision, findings));
    }

    /** The draft; designers only, everybody else learns nothing. */
    Uni<Draft> draft(Actor actor, DashboardKey dashboard) {
        Designers.require(actor);
        return store.draft(actor.tenant(), dashboard)
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    /** Checks the draft and, unless it is a dry run, makes it the next version; an error finding changes nothing. */
    Uni<Publication> publish(Actor actor, DashboardKey dashboard, boolean dryRun) {
        if (!Designers.include(actor)) {
            // The pipeline refuses and logs it.
            return pipeline.run(publishing, new PublishDashboard(dashboard, "", 0), actor)
                    .map(version -> new Publication(Optional.of(version), List.of()));
        }
        return draft(actor, dashboard)
                .chain(draft -> findings(actor.tenant(), dashboard, Json.parse(draft.definition()))
                        .chain(findings -> {
                            if (dryRun) {
                                return Uni.createFrom().item(new Publication(Optional.empty(), findings));
                            }
                            if (Finding.anyBlocks(findings)) {
                                throw ProblemException.of(DashboardProblem.INVALID, findings);
                            }
                            PublishDashboard command =
                                    new PublishDashboard(dashboard, draft.definition(), draft.revision());
                            return pipeline.run(publishing, command, actor)
                                    .map(version -> new Publication(Optional.of(version), findings));
                        }));
    }

    /** Figures of a definition as it stands under its designer's hands, under his own access; widgets that are wrong say why. */
    Uni<ObjectNode> preview(Actor actor, String app, JsonNode body) {
        Designers.require(actor);
        DashboardParser.Parsed parsed = parser.parse(body.path("definition"));
        DashboardDefinition definition =
                parsed.definition().orElseThrow(() -> ProblemException.of(DashboardProblem.INVALID, parsed.findings()));
        return forms.of(actor.tenant(), app, definition.forms()).chain(known -> {
            List<Finding> broken = new ArrayList<>(parsed.findings());
            broken.addAll(DashboardChecks.of(definition, known));
            return figures.of(
                    actor,
                    definition,
                    known,
                    body,
                    broken.stream().filter(Finding::blocks).toList());
        });
    }

    /** Saves and publishes it unless some version of it is published; what an installer does. */
    public Uni<Void> install(Actor actor, String app, ObjectNode document) {
        DashboardKey dashboard = new DashboardKey(app, document.path("key").asText());
        return store.newest(actor.tenant(), dashboard)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().voidItem()
                        : save(actor, dashboard, document, Precondition.NONE)
                                .chain(() -> publish(actor, dashboard, false))
                                .replaceWithVoid());
    }

    private Uni<List<Finding>> findings(TenantKey tenant, DashboardKey dashboard, JsonNode document) {
        DashboardParser.Parsed parsed = parser.parse(document);
        List<Finding> findings = new ArrayList<>(parsed.findings());
        findings.addAll(misnamed(dashboard, document));
        return parsed.definition()
                .map(definition -> forms.of(tenant, dashboard.app(), definition.forms())
                        .map(known -> {
                            findings.addAll(DashboardChecks.of(definition, known));
                            return findings;
                        }))
                .orElseGet(() -> Uni.createFrom().item(findings));
    }

    private static List<Finding> misnamed(DashboardKey dashboard, JsonNode document) {
        return document.path("key").asText().equals(dashboard.key())
                ? List.of()
                : List.of(Finding.error("definition.key-mismatch", "/key"));
    }
}
