package io.jianmi.workflow.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.expression.Expressions;
import io.jianmi.workflow.compile.CompiledFormView;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.WorkflowCompiler;
import io.jianmi.workflow.definition.WorkflowDefinition;
import io.jianmi.workflow.parse.WorkflowParser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles what is being designed against its form as it is published now, with everything that is wrong with it. */
@Singleton
final class DraftWorkflows {

    private final CompiledForms forms;
    private final OtherForms others;
    private final StartableWorkflows startable;
    private final WorkflowParser parser;
    private final WorkflowCompiler compiler;
    private final Expressions expressions;
    private final OrgDirectory directory;

    DraftWorkflows(
            CompiledForms forms,
            OtherForms others,
            StartableWorkflows startable,
            WorkflowParser parser,
            WorkflowCompiler compiler,
            Expressions expressions,
            OrgDirectory directory) {
        this.forms = forms;
        this.others = others;
        this.startable = startable;
        this.parser = parser;
        this.compiler = compiler;
        this.expressions = expressions;
        this.directory = directory;
    }

    /**
     * A draft against its form.
     *
     * @param form key of the form that it names, empty where its shape is too wrong to say
     * @param formVersion 0 where the form is not published
     * @param definition empty when its shape is wrong
     * @param compiled empty when an error blocks
     * @param against empty where the form is not published
     */
    record Checked(
            String form,
            int formVersion,
            Optional<WorkflowDefinition> definition,
            Optional<CompiledWorkflow> compiled,
            Optional<CompiledForm> against,
            List<Finding> findings) {

        Checked {
            findings = List.copyOf(findings);
        }

        private static Checked shapeless(List<Finding> findings) {
            return new Checked("", 0, Optional.empty(), Optional.empty(), Optional.empty(), findings);
        }
    }

    Uni<Checked> check(TenantKey tenant, String key, JsonNode document) {
        WorkflowParser.Parsed parsed = parser.parse(document);
        if (parsed.definition().isEmpty()) {
            return Uni.createFrom().item(Checked.shapeless(parsed.findings()));
        }
        WorkflowDefinition definition = parsed.definition().get();
        if (!definition.key().equals(key)) {
            return Uni.createFrom().item(Checked.shapeless(List.of(Finding.error("definition.key-mismatch", "/key"))));
        }
        return forms.current(tenant, definition.form())
                .chain(form -> against(tenant, definition, form))
                .onFailure(ProblemException.class)
                .recoverWithItem(() -> new Checked(
                        definition.form(),
                        0,
                        Optional.of(definition),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Finding.error("workflow.form-not-published", "/form"))));
    }

    /** What is wrong with the workflow itself and, when it could run, with what it would start. */
    private Uni<Checked> against(TenantKey tenant, WorkflowDefinition definition, CompiledForm form) {
        return others.of(tenant, definition, form)
                .map(reached -> new CompiledFormView(form, expressions, Optional.of(reached)))
                .chain(view -> {
                    WorkflowCompiler.Compilation compiled = compiler.compile(definition, view, directory.of(tenant));
                    Uni<List<Finding>> more = compiled.workflow()
                            .map(workflow -> startable.check(tenant, workflow))
                            .orElseGet(() -> Uni.createFrom().item(List.of()));
                    return more.map(started -> {
                        List<Finding> all = new ArrayList<>(compiled.findings());
                        all.addAll(started);
                        return new Checked(
                                form.key(),
                                form.version(),
                                Optional.of(definition),
                                compiled.workflow().filter(workflow -> !Finding.anyBlocks(all)),
                                Optional.of(form),
                                all);
                    });
                });
    }
}
