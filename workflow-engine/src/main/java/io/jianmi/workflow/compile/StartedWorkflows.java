package io.jianmi.workflow.compile;

import io.jianmi.core.problem.Finding;
import io.jianmi.workflow.node.AutomationStep;
import io.jianmi.workflow.node.Children;
import io.jianmi.workflow.node.Duty;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which workflows start each other. Where no human stands between one start and the next, a circle of them would go on for
 * ever. Whether a start condition holds is not known here. Pure.
 */
public final class StartedWorkflows {

    private StartedWorkflows() {}

    /** Forms whose workflows a workflow starts by itself, wherever in it. */
    public static Set<String> forms(CompiledWorkflow workflow) {
        Set<String> forms = new HashSet<>();
        workflow.nodes().forEach(node -> forms.addAll(forms(workflow, node.duty())));
        return forms;
    }

    /**
     * @param workflow that is to be published
     * @param published the current workflows of every form that can be reached from it, by form
     */
    public static List<Finding> check(CompiledWorkflow workflow, Map<String, List<CompiledWorkflow>> published) {
        Checks checks = new Checks();
        Set<String> immediate = immediate(workflow);
        int at = 0;
        for (CompiledNode node : workflow.nodes()) {
            if (node.duty() instanceof Duty.Launch launch) {
                String pointer = "/nodes/" + at;
                String form = form(workflow, launch);
                boolean own = form.equals(workflow.definition().form());
                if (!own && published.getOrDefault(form, List.of()).isEmpty()) {
                    checks.error(Checks.NO_SUBWORKFLOW, pointer + "/records", "form", form);
                } else if (immediate.contains(node.key()) && comesBack(workflow, form, published)) {
                    loop(workflow, checks, pointer, form);
                }
            }
            at++;
        }
        return checks.list();
    }

    /** A start condition may end it. */
    private static void loop(CompiledWorkflow workflow, Checks checks, String pointer, String form) {
        if (workflow.startWhen().isPresent()) {
            checks.warning(Checks.SUBWORKFLOW_LOOP, pointer + "/records", "form", form);
        } else {
            checks.error(Checks.SUBWORKFLOW_LOOP, pointer + "/records", "form", form);
        }
    }

    private static boolean comesBack(
            CompiledWorkflow workflow, String form, Map<String, List<CompiledWorkflow>> published) {
        Set<String> seen = new HashSet<>(Set.of(form));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (CompiledWorkflow there : published.getOrDefault(open.remove(), List.of())) {
                Set<String> nodes = immediate(there);
                there.nodes().stream()
                        .filter(node -> nodes.contains(node.key()))
                        .flatMap(node -> forms(there, node.duty()).stream())
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return seen.contains(workflow.definition().form());
    }

    /** Nodes that are reached from the start although nobody has acted. */
    private static Set<String> immediate(CompiledWorkflow workflow) {
        Map<String, Duty> duties = new LinkedHashMap<>();
        workflow.nodes().forEach(node -> duties.put(node.key(), node.duty()));
        Graph graph = new Graph(duties, workflow.definition().edges());
        Set<String> waiting = BlockChecks.waiting(graph, workflow.blocks());
        Predicate<String> automatic = node -> BlockChecks.automatic(graph, node, waiting);
        return graph.closure(List.of(workflow.start().key()), automatic, true);
    }

    private static Set<String> forms(CompiledWorkflow workflow, Duty duty) {
        Set<String> forms = new HashSet<>();
        if (duty instanceof Duty.Launch launch) {
            forms.add(form(workflow, launch));
        } else if (duty instanceof Duty.Automate automate) {
            AutomationStep.of(automate.steps(), AutomationStep.Create.class)
                    .forEach(create -> forms.add(create.form()));
        }
        return forms;
    }

    private static String form(CompiledWorkflow workflow, Duty.Launch launch) {
        return launch.children() instanceof Children.Related related
                ? workflow.relation(related.through()).form()
                : ((Children.Made) launch.children()).create().form();
    }
}
