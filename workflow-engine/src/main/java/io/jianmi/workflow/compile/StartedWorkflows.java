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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which workflows start each other. Where no human stands between one start and the next, a circle of them would go on for
 * ever. Whether a start condition holds is not known here. Pure.
 */
public final class StartedWorkflows {

    private StartedWorkflows() {}

    /**
     * What is started by a node.
     *
     * @param named key of the workflow; empty: whichever of the form starts
     */
    private record Start(String form, Optional<String> named) {

        boolean may(CompiledWorkflow workflow) {
            return form.equals(workflow.definition().form())
                    && named.map(workflow.definition().key()::equals).orElse(true);
        }

        Stream<CompiledWorkflow> among(Map<String, List<CompiledWorkflow>> published) {
            return published.getOrDefault(form, List.of()).stream().filter(this::may);
        }
    }

    /** Forms whose workflows a workflow starts by itself, wherever in it. */
    public static Set<String> forms(CompiledWorkflow workflow) {
        return workflow.nodes().stream()
                .flatMap(node -> starts(workflow, node.duty()))
                .map(Start::form)
                .collect(Collectors.toSet());
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
                Start start = start(workflow, launch);
                String pointer = "/nodes/" + at;
                if (!start.may(workflow) && start.among(published).findAny().isEmpty()) {
                    missing(start, checks, pointer);
                } else if (immediate.contains(node.key()) && comesBack(workflow, start, published)) {
                    loop(workflow, checks, pointer, start.form());
                }
            }
            at++;
        }
        return checks.list();
    }

    private static void missing(Start start, Checks checks, String pointer) {
        start.named()
                .ifPresentOrElse(
                        key -> checks.error(Checks.UNKNOWN_SUBWORKFLOW, pointer + "/workflow", "workflow", key),
                        () -> checks.error(Checks.NO_SUBWORKFLOW, pointer + "/records", "form", start.form()));
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
            CompiledWorkflow workflow, Start first, Map<String, List<CompiledWorkflow>> published) {
        Set<Start> seen = new HashSet<>(Set.of(first));
        Deque<Start> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            open.remove().among(published).forEach(there -> {
                Set<String> nodes = immediate(there);
                there.nodes().stream()
                        .filter(node -> nodes.contains(node.key()))
                        .flatMap(node -> starts(there, node.duty()))
                        .filter(seen::add)
                        .forEach(open::add);
            });
        }
        return seen.stream().anyMatch(start -> start.may(workflow));
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

    private static Stream<Start> starts(CompiledWorkflow workflow, Duty duty) {
        if (duty instanceof Duty.Launch launch) {
            return Stream.of(start(workflow, launch));
        }
        return duty instanceof Duty.Automate automate
                ? AutomationStep.of(automate.steps(), AutomationStep.Create.class).stream()
                        .map(create -> new Start(create.form(), Optional.empty()))
                : Stream.empty();
    }

    private static Start start(CompiledWorkflow workflow, Duty.Launch launch) {
        String form = launch.children() instanceof Children.Related related
                ? workflow.relation(related.through()).form()
                : ((Children.Made) launch.children()).create().form();
        return new Start(form, launch.workflow());
    }
}
