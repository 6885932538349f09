package io.jianmi.workflow.design;

import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.OwnContext;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.expression.Expressions;
import io.jianmi.workflow.compile.CompiledFormView;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.WorkflowCompiler;
import io.jianmi.workflow.design.WorkflowVersions.Stored;
import io.jianmi.workflow.parse.WorkflowParser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalog of a running server. What other nodes publish is noticed within a few seconds; until then a record starts
 * on the version before, which is a valid one.
 */
@Singleton
public final class PublishedWorkflows implements WorkflowCatalog {

    private static final int CACHED = 2_000;

    private final WorkflowVersions versions;
    private final CurrentWorkflows current;
    private final CompiledForms forms;
    private final WorkflowParser parser;
    private final WorkflowCompiler compiler;
    private final Expressions expressions;
    private final OrgDirectory directory;
    private final Vertx vertx;
    private final Map<Version, CompiledWorkflow> compiled = new ConcurrentHashMap<>();

    PublishedWorkflows(
            WorkflowVersions versions,
            CurrentWorkflows current,
            CompiledForms forms,
            WorkflowParser parser,
            WorkflowCompiler compiler,
            Expressions expressions,
            OrgDirectory directory,
            Vertx vertx) {
        this.versions = versions;
        this.current = current;
        this.forms = forms;
        this.parser = parser;
        this.compiler = compiler;
        this.expressions = expressions;
        this.directory = directory;
        this.vertx = vertx;
    }

    private record Version(TenantKey tenant, WorkflowRef ref) {}

    @Override
    public Uni<CompiledWorkflow> load(TenantKey tenant, WorkflowRef ref) {
        CompiledWorkflow known = compiled.get(new Version(tenant, ref));
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return versions.version(tenant, ref)
                .map(found -> found.orElseThrow(() -> new IllegalStateException("an instance names no version")))
                .chain(stored -> compile(tenant, stored))
                .runSubscriptionOn(this::onContext)
                .invoke(workflow -> {
                    if (compiled.size() > CACHED) {
                        compiled.clear();
                    }
                    compiled.put(new Version(tenant, ref), workflow);
                });
    }

    @Override
    public List<WorkflowRef> current(TenantKey tenant, String form) {
        return current.of(tenant, form);
    }

    /** Definitions are read through sessions that live on an event loop; relay threads are not on one. */
    private void onContext(Runnable work) {
        if (Vertx.currentContext() == null) {
            OwnContext.beside(vertx.getOrCreateContext()).runOnContext(nothing -> work.run());
        } else {
            work.run();
        }
    }

    /** What was published once compiles for ever; whether somebody fits its rules today does not matter here. */
    private Uni<CompiledWorkflow> compile(TenantKey tenant, Stored stored) {
        return forms.version(tenant, stored.form(), stored.formVersion())
                .map(CompiledForms.Published::form)
                .map(form -> parser.parse(Json.parse(stored.definition()))
                        .definition()
                        .flatMap(definition -> compiler.compile(
                                        definition, new CompiledFormView(form, expressions), directory.of(tenant))
                                .workflow())
                        .orElseThrow(() -> new IllegalStateException("a published workflow does not compile")));
    }
}
