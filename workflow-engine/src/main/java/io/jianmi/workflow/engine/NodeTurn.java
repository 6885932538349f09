package io.jianmi.workflow.engine;

/** Asked whenever a token reaches a node: what now? Called inside the engine's transaction, on its thread. */
public interface NodeTurn {

    Step arrive(Token token, String activity);

    /** The answer of a node. */
    sealed interface Step {
        /** The token stays until somebody leaves or jumps. */
        record Wait() implements Step {}

        /** The token goes on along the edge. */
        record Leave(String edge) implements Step {}

        /** The token ends here. */
        record End() implements Step {}
    }
}
