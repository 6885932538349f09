package io.jianmi.workflow.design;

import io.jianmi.workflow.compile.WorkflowCompiler;
import io.jianmi.workflow.node.NodeTypes;
import io.jianmi.workflow.node.builtin.BuiltinNodeTypes;
import io.jianmi.workflow.parse.WorkflowParser;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The pure parts of this module as beans of a running server. */
public final class WorkflowBeans {

    @Produces
    @Singleton
    NodeTypes nodeTypes() {
        return BuiltinNodeTypes.all();
    }

    @Produces
    @Singleton
    WorkflowParser workflowParser(NodeTypes types) {
        return new WorkflowParser(types);
    }

    @Produces
    @Singleton
    WorkflowCompiler workflowCompiler(NodeTypes types) {
        return new WorkflowCompiler(types);
    }
}
