package io.jianmi.workflow.engine.camunda;

import io.jianmi.workflow.engine.NodeTurn;
import io.jianmi.workflow.engine.NodeTurn.Step;
import io.jianmi.workflow.engine.Token;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.delegate.SignallableActivityBehavior;

/** The one behaviour of all nodes: ask the turn, then wait, go on along an edge, or end. Stateless. */
final class NodeBehavior implements SignallableActivityBehavior {

    private final Supplier<NodeTurn> turn;

    NodeBehavior(Supplier<NodeTurn> turn) {
        this.turn = turn;
    }

    @Override
    public void execute(ActivityExecution execution) {
        Token token = new Token(execution.getProcessInstanceId(), execution.getId());
        Step step = turn.get().arrive(token, execution.getActivity().getId());
        if (step instanceof Step.Leave leave) {
            leave(execution, leave.edge());
        } else if (step instanceof Step.End) {
            execution.end(true);
        }
    }

    /** A signal names the edge to take. */
    @Override
    public void signal(ActivityExecution execution, String edge, Object data) {
        leave(execution, edge);
    }

    private static void leave(ActivityExecution execution, String edge) {
        PvmTransition transition = execution.getActivity().findOutgoingTransition(edge);
        execution.leaveActivityViaTransition(
                Objects.requireNonNull(transition, "the edge belongs to this node of this version"));
    }
}
