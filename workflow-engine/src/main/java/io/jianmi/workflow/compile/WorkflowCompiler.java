package io.jianmi.workflow.compile;

import io.jianmi.core.calendar.Span;
import io.jianmi.core.identity.Org;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.compile.WorkflowForm.Checked;
import io.jianmi.workflow.compile.WorkflowForm.FieldFacts;
import io.jianmi.workflow.compile.WorkflowForm.Use;
import io.jianmi.workflow.definition.Edge;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.definition.WorkflowDefinition;
import io.jianmi.workflow.node.Due;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeTypes;
import io.jianmi.workflow.node.ReturnRule;
import io.jianmi.workflow.node.TaskAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a definition against its form and organisation. Pure; thread-safe. */
public final class WorkflowCompiler {

    private final NodeTypes types;

    public WorkflowCompiler(NodeTypes types) {
        this.types = types;
    }

    /**
     * @param workflow empty when a finding blocks
     * @param findings everything found, with JSON Pointers into the definition
     */
    public record Compilation(Optional<CompiledWorkflow> workflow, List<Finding> findings) {
        public Compilation {
            findings = List.copyOf(findings);
        }
    }

    public Compilation compile(WorkflowDefinition definition, WorkflowForm form, Org org) {
        Run run = new Run(definition, form, org);
        CompiledWorkflow workflow = run.compile();
        List<Finding> findings = run.checks.list();
        return new Compilation(Finding.anyBlocks(findings) ? Optional.empty() : Optional.of(workflow), findings);
    }

    private final class Run {
        private final WorkflowDefinition definition;
        private final WorkflowForm form;
        private final Checks checks = new Checks();
        private final ViewChecks views;
        private final AssigneeChecks assignees;
        private final Graph graph;
        private final ParallelBlocks blocks;

        Run(WorkflowDefinition definition, WorkflowForm form, Org org) {
            this.definition = definition;
            this.form = form;
            this.views = new ViewChecks(form, checks);
            this.assignees = new AssigneeChecks(form, org, checks);
            Map<String, Duty> duties = new LinkedHashMap<>();
            definition.nodes().forEach(node -> duties.putIfAbsent(node.key(), types.duty(node)));
            this.graph = new Graph(duties, definition.edges());
            this.blocks = new ParallelBlocks(graph);
        }

        CompiledWorkflow compile() {
            if (!definition.form().equals(form.key())) {
                checks.error(Checks.FORM_MISMATCH, "/form", "form", definition.form());
            }
            GraphChecks.run(definition, graph, blocks, checks);
            Optional<Formula> startWhen =
                    definition.startWhen().flatMap(text -> expression(text, new Use.Condition(), "/startWhen"));
            List<CompiledNode> nodes = new ArrayList<>();
            for (int i = 0; i < definition.nodes().size(); i++) {
                nodes.add(node(definition.nodes().get(i), "/nodes/" + i));
            }
            definition.withdraw().ifPresent(withdraw -> {
                known(withdraw.before(), "/withdraw/before");
            });
            Choosing choosing = new Choosing(nodes, blocks, BlockChecks.waiting(graph, blocks));
            nodes.forEach(node -> choosers(node, choosing));
            return new CompiledWorkflow(definition, nodes, startWhen, blocks, relations(), choosing);
        }

        /**
         * A step whose people the handler before would choose, and before which none stands, finds nobody by that rule. Right behind
         * the start it is whoever submits, and nobody does in an import, a public form or an automation.
         */
        private void choosers(CompiledNode node, Choosing choosing) {
            Optional<Assignment> rule = Choosing.rule(node).filter(Assignment::chosen);
            String pointer = "/nodes/" + definition.nodes().indexOf(node.definition()) + "/assignees";
            if (rule.isPresent() && !choosing.chosen(node.key())) {
                checks.warning(Checks.NOBODY_CHOOSES, pointer, "node", node.key());
            } else if (Choosing.demanded(node)
                    && choosing.before(node.key()).stream().anyMatch(this::begins)) {
                checks.info(Checks.SUBMITTER_CHOOSES, pointer, "node", node.key());
            }
        }

        private boolean begins(String key) {
            return definition.nodes().stream()
                    .anyMatch(node -> node.key().equals(key) && types.duty(node) instanceof Duty.Begin);
        }

        private Map<String, WorkflowForm.Reference> relations() {
            Map<String, WorkflowForm.Reference> relations = new HashMap<>();
            form.fields()
                    .forEach(field -> form.field(field)
                            .flatMap(FieldFacts::reference)
                            .ifPresent(reference -> relations.put(field, reference)));
            return relations;
        }

        private CompiledNode node(NodeDefinition node, String pointer) {
            Map<String, Formula> formulas = new HashMap<>();
            Duty duty = types.duty(node);
            if (duty instanceof Duty.Begin begin) {
                begin.view().ifPresent(view -> views.check(view, pointer));
            } else if (duty instanceof Duty.Work work) {
                work(node.key(), work, pointer, formulas);
            } else if (duty instanceof Duty.Copy copy) {
                views.check(copy.view(), pointer);
                assignees.check(copy.assignment(), pointer + "/assignees", formulas);
            } else if (duty instanceof Duty.Finish finish) {
                new ValueChecks(form, form, checks).check(finish.set(), pointer + "/set", formulas);
            } else if (duty instanceof Duty.Automate automate) {
                new AutomationChecks(form, assignees, checks, formulas).check(automate.steps(), pointer + "/steps");
            } else if (duty instanceof Duty.Launch launch) {
                new SubworkflowChecks(form, checks, formulas).check(launch, pointer);
            }
            return new CompiledNode(node, types.shape(node), duty, out(node), formulas);
        }

        private void work(String key, Duty.Work work, String pointer, Map<String, Formula> formulas) {
            views.check(work.view(), pointer);
            assignees.check(work.assignment(), pointer + "/assignees", formulas);
            if (!work.actions().contains(TaskAction.APPROVE)) {
                checks.error(Checks.NO_WAY_OUT, pointer + "/actions");
            }
            if (work.purpose() == Duty.Purpose.FILL_IN) {
                fillIn(work, pointer);
            }
            work.due().ifPresent(due -> {
                views.due(due, work.view(), pointer);
                due.reassign().ifPresent(rule -> assignees.unchosen(rule, pointer + "/due/then/reassign", formulas));
                span(due.after(), pointer + "/due/after");
                due.remindEvery().ifPresent(every -> span(every, pointer + "/due/remindEvery"));
            });
            List<String> returns = work.returns().to().stream()
                    .filter(to -> !Set.of(ReturnRule.PREVIOUS, ReturnRule.START).contains(to))
                    .toList();
            known(returns, pointer + "/return/to");
            returns.stream()
                    .filter(to -> graph.has(to)
                            && blocks.back(key, to).filter(to::equals).isEmpty())
                    .forEach(to -> checks.error(Checks.RETURN_INTO_BRANCH, pointer + "/return/to", "node", to));
        }

        private void fillIn(Duty.Work work, String pointer) {
            if (work.due().filter(due -> due.then() == Due.Then.REJECT).isPresent()) {
                checks.error(Checks.DECIDES_NOTHING, pointer + "/due/then");
            }
            if (form.fields().stream().noneMatch(field -> work.view().of(field) == FieldAccess.EDIT)) {
                checks.warning(Checks.NOTHING_TO_FILL_IN, pointer + "/fields");
            }
        }

        private void span(Span span, String pointer) {
            if (span.isZero() || !span.bounded()) {
                checks.error(Checks.DUE_SPAN, pointer, "maxDays", Span.LONGEST.toDays());
            }
        }

        private List<CompiledEdge> out(NodeDefinition node) {
            List<CompiledEdge> out = new ArrayList<>();
            for (int i = 0; i < definition.edges().size(); i++) {
                Edge edge = definition.edges().get(i);
                if (edge.from().equals(node.key())) {
                    String pointer = "/edges/" + i + "/when";
                    out.add(new CompiledEdge(
                            CompiledEdge.id(i),
                            edge.to(),
                            edge.when().flatMap(text -> expression(text, new Use.Condition(), pointer)),
                            edge.otherwise(),
                            edge.onReject()));
                }
            }
            return out;
        }

        private void known(List<String> keys, String pointer) {
            keys.stream()
                    .filter(key -> definition.nodes().stream()
                            .noneMatch(node -> node.key().equals(key)))
                    .forEach(key -> checks.error(Checks.UNKNOWN_NODE, pointer, "node", key));
        }

        private Optional<Formula> expression(String text, Use use, String pointer) {
            Checked checked = form.expression(text, use);
            checks.below(pointer, checked.findings());
            return checked.formula();
        }
    }
}
