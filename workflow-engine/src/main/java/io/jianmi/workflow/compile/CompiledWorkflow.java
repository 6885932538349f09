package io.jianmi.workflow.compile;

import io.jianmi.workflow.compile.WorkflowForm.Reference;
import io.jianmi.workflow.definition.WorkflowDefinition;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workflow that may be published: every node reachable, every name known. Immutable. */
public final class CompiledWorkflow {

    private final WorkflowDefinition definition;
    private final Map<String, CompiledNode> nodes = new LinkedHashMap<>();
    private final Optional<Formula> startWhen;
    private final ParallelBlocks blocks;
    private final Map<String, Reference> relations;
    private final Choosing choosing;

    CompiledWorkflow(
            WorkflowDefinition definition,
            List<CompiledNode> nodes,
            Optional<Formula> startWhen,
            ParallelBlocks blocks,
            Map<String, Reference> relations,
            Choosing choosing) {
        this.definition = definition;
        nodes.forEach(node -> this.nodes.put(node.key(), node));
        this.startWhen = startWhen;
        this.blocks = blocks;
        this.relations = Map.copyOf(relations);
        this.choosing = choosing;
    }

    public WorkflowDefinition definition() {
        return definition;
    }

    /** In definition order. */
    public Collection<CompiledNode> nodes() {
        return nodes.values();
    }

    public Optional<CompiledNode> node(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /** A node that must exist: its key comes from this workflow's own BPMN or tasks. */
    public CompiledNode require(String key) {
        return node(key).orElseThrow(() -> new IllegalStateException("no such node in this version"));
    }

    public CompiledNode start() {
        return nodes.values().stream()
                .filter(node -> node.duty() instanceof Duty.Begin)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a compiled workflow has a start"));
    }

    /** The condition under which a submitted record starts it; empty: always. */
    public Optional<Formula> startWhen() {
        return startWhen;
    }

    /** Where a relation field leads that a step of this workflow was checked to use. */
    public Reference relation(String field) {
        return Optional.ofNullable(relations.get(field))
                .orElseThrow(() -> new IllegalStateException("no such relation in this version"));
    }

    /** What runs side by side. */
    public ParallelBlocks blocks() {
        return blocks;
    }

    /** Who chooses whose people. */
    public Choosing choosing() {
        return choosing;
    }

    /** Whether a record can come back to its initiator, who then gets a task of his own. */
    public boolean returnsToStart() {
        return nodes.values().stream()
                .anyMatch(node ->
                        node.duty() instanceof Duty.Work work && work.actions().contains(TaskAction.RETURN));
    }
}
