package io.jianmi.workflow.compile;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workflow in the elements of BPMN: its nodes and edges and two things that BPMN needs besides. A returned record waits
 * with its initiator in an element of its own; and since a parallel gateway counts its incoming flows, flows that stand
 * for the same token are merged before they reach it.
 */
record BpmnGraph(List<Element> elements, List<Flow> flows) {

    private static final String MERGE = "_merge_";
    private static final String MERGED = "_on";

    BpmnGraph {
        elements = List.copyOf(elements);
        flows = List.copyOf(flows);
    }

    record Element(String id, BpmnShape shape, LocalText title) {}

    record Flow(String id, String from, String to) {}

    static BpmnGraph of(CompiledWorkflow workflow) {
        List<Element> elements = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        workflow.nodes()
                .forEach(node -> elements.add(
                        new Element(node.key(), node.shape(), node.definition().title())));
        workflow.nodes()
                .forEach(node -> node.out().forEach(edge -> flows.add(new Flow(edge.id(), node.key(), edge.to()))));
        if (workflow.returnsToStart()) {
            CompiledNode start = workflow.start();
            elements.add(new Element(
                    start.key() + BpmnWriter.AGAIN,
                    BpmnShape.RECEIVE_TASK,
                    start.definition().title()));
            start.pass()
                    .ifPresent(edge -> flows.add(
                            new Flow(edge.id() + BpmnWriter.AGAIN, start.key() + BpmnWriter.AGAIN, edge.to())));
        }
        workflow.nodes().stream()
                .filter(node -> node.duty() instanceof Duty.Fork || node.duty() instanceof Duty.Join)
                .forEach(node -> merge(workflow, node, elements, flows));
        return new BpmnGraph(elements, flows);
    }

    static boolean merges(String element) {
        return element.contains(MERGE);
    }

    static String merged(String element) {
        return element + MERGED;
    }

    private static void merge(
            CompiledWorkflow workflow, CompiledNode gateway, List<Element> elements, List<Flow> flows) {
        Map<Integer, List<Flow>> tokens = new LinkedHashMap<>();
        flows.stream()
                .filter(flow -> flow.to().equals(gateway.key()))
                .forEach(flow -> tokens.computeIfAbsent(token(workflow, gateway, flow), index -> new ArrayList<>())
                        .add(flow));
        tokens.forEach((index, same) -> {
            if (same.size() > 1) {
                String merge = gateway.key() + MERGE + index;
                elements.add(new Element(merge, BpmnShape.EXCLUSIVE_GATEWAY, LocalText.NONE));
                flows.replaceAll(flow -> same.contains(flow) ? new Flow(flow.id(), flow.from(), merge) : flow);
                flows.add(new Flow(merged(merge), merge, gateway.key()));
            }
        });
    }

    /** Which of the tokens that a join waits for comes along a flow: that of its branch. A fork waits for one only. */
    private static int token(CompiledWorkflow workflow, CompiledNode gateway, Flow flow) {
        return workflow.blocks().inward().stream()
                .filter(block -> block.join().equals(gateway.key()))
                .findFirst()
                .map(block -> flow.from().equals(block.fork())
                        ? index(workflow.require(block.fork()), flow)
                        : block.branchesOf(flow.from()).get(0))
                .orElse(0);
    }

    private static int index(CompiledNode fork, Flow flow) {
        return fork.out().stream().map(CompiledEdge::id).toList().indexOf(flow.id());
    }
}
