package io.jianmi.workflow.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.workflow.compile.BpmnWriter;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowVersions.Draft;
import io.jianmi.workflow.design.WorkflowVersions.Stored;
import io.jianmi.workflow.parse.WorkflowParser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a designer does with workflows: save, check, publish, look. */
@Singleton
public final class WorkflowDesk {

    private final PlatformPipeline pipeline;
    private final SaveWorkflowDraftHandler save;
    private final PublishWorkflowHandler publish;
    private final WorkflowVersions versions;
    private final PublishedWorkflows published;
    private final CurrentWorkflows current;
    private final WorkflowParser parser;
    private final DraftWorkflows drafts;

    WorkflowDesk(
            PlatformPipeline pipeline,
            SaveWorkflowDraftHandler save,
            PublishWorkflowHandler publish,
            WorkflowVersions versions,
            PublishedWorkflows published,
            CurrentWorkflows current,
            WorkflowParser parser,
            DraftWorkflows drafts) {
        this.pipeline = pipeline;
        this.save = save;
        this.publish = publish;
        this.versions = versions;
        this.published = published;
        this.current = current;
        this.parser = parser;
        this.drafts = drafts;
    }

    /** @param version empty when it was a dry run */
    public record Publication(Optional<Integer> version, List<Finding> findings) {}

    /** A draft that could be published, and its form. */
    public record Compiled(CompiledWorkflow workflow, CompiledForm form) {}

    /** @param findings what is wrong with the shape of the document, which is kept all the same */
    public record Saved(int revision, List<Finding> findings) {

        public Saved {
            findings = List.copyOf(findings);
        }
    }

    /** Stores the document and answers what is wrong with its shape. */
    public Uni<Saved> save(Actor actor, String app, String key, JsonNode document, Precondition precondition) {
        List<Finding> findings = new ArrayList<>(parser.parse(document).findings());
        if (!document.path("key").asText().equals(key)) {
            findings.add(Finding.error("definition.key-mismatch", "/key"));
        }
        return pipeline.run(save, new SaveWorkflowDraft(app, key, Json.write(document), precondition), actor)
                .map(revision -> new Saved(revision, findings));
    }

    /** Checks the draft and, unless it is a dry run, publishes it; an error finding changes nothing. */
    public Uni<Publication> publish(Actor actor, String app, String key, boolean dryRun) {
        Designing.require(actor);
        return draft(actor, app, key)
                .chain(draft -> drafts.check(actor.tenant(), key, Json.parse(draft.definition()))
                        .chain(checked -> {
                            if (dryRun) {
                                return Uni.createFrom().item(new Publication(Optional.empty(), checked.findings()));
                            }
                            if (Finding.anyBlocks(checked.findings())) {
                                return Uni.createFrom()
                                        .failure(ProblemException.of(
                                                DesignProblem.DEFINITION_INVALID, checked.findings()));
                            }
                            PublishWorkflow command = new PublishWorkflow(
                                    app,
                                    key,
                                    checked.form(),
                                    checked.formVersion(),
                                    draft.definition(),
                                    draft.revision());
                            return pipeline.run(publish, command, actor)
                                    .call(() -> current.refresh(actor.tenant()))
                                    .map(version -> new Publication(Optional.of(version), checked.findings()));
                        }));
    }

    /** The draft; designers only, everybody else learns nothing. */
    Uni<Draft> readDraft(Actor actor, String app, String key) {
        Designing.require(actor);
        return draft(actor, app, key);
    }

    /** All drafts of an app. */
    public Uni<List<JsonNode>> readDrafts(Actor actor, String app) {
        Designing.require(actor);
        return versions.drafts(actor.tenant(), app)
                .map(list -> list.stream().map(Json::parse).toList());
    }

    /** The newest published version. */
    Uni<Stored> newest(Actor actor, String app, String key) {
        Designing.require(actor);
        return versions.newest(actor.tenant(), app, key)
                .map(found -> found.orElseThrow(() -> ProblemException.of(DesignProblem.NOT_FOUND)));
    }

    /** A published version, the newest where none is named; designers only. */
    public Uni<WorkflowRef> published(Actor actor, String app, String key, Optional<Integer> version) {
        Designing.require(actor);
        return version.map(number -> versions.version(actor.tenant(), new WorkflowRef(app, key, number)))
                .orElseGet(() -> versions.newest(actor.tenant(), app, key))
                .map(found -> found.orElseThrow(() -> ProblemException.of(DesignProblem.NOT_FOUND))
                        .ref());
    }

    /** The newest published version, for whoever was let in by a right of his own. */
    public Uni<WorkflowRef> current(TenantKey tenant, String app, String key) {
        return versions.newest(tenant, app, key)
                .map(found -> found.orElseThrow(() -> ProblemException.of(DesignProblem.NOT_FOUND))
                        .ref());
    }

    /** The newest published version as BPMN that other tools draw, with titles in that language. */
    public Uni<String> bpmn(Actor actor, String app, String key, String language) {
        return newest(actor, app, key)
                .chain(stored -> published
                        .load(actor.tenant(), stored.ref())
                        .map(workflow -> BpmnWriter.drawn(workflow, stored.ref().processId(), language)));
    }

    /** The draft as it would run; {@code workflow.definition-invalid} with its findings where it could not. Designers only. */
    public Uni<Compiled> runnable(Actor actor, String app, String key) {
        Designing.require(actor);
        return draft(actor, app, key)
                .chain(draft -> drafts.check(actor.tenant(), key, Json.parse(draft.definition())))
                .map(checked -> {
                    if (checked.compiled().isEmpty() || checked.against().isEmpty()) {
                        throw ProblemException.of(DesignProblem.DEFINITION_INVALID, checked.findings());
                    }
                    return new Compiled(
                            checked.compiled().get(), checked.against().get());
                });
    }

    /** The draft as BPMN that other tools draw, with titles in that language. */
    Uni<String> draftBpmn(Actor actor, String app, String key, String language) {
        return runnable(actor, app, key)
                .map(draft -> BpmnWriter.drawn(draft.workflow(), app + "." + key + ".draft", language));
    }

    private Uni<Draft> draft(Actor actor, String app, String key) {
        return versions.draft(actor.tenant(), app, key)
                .map(found -> found.orElseThrow(() -> ProblemException.of(DesignProblem.NOT_FOUND)));
    }
}
