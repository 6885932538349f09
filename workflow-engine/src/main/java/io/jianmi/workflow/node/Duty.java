package io.jianmi.workflow.node;

import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.sign.SignRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happens when an instance reaches a node. */
public sealed interface Duty {

    /** Whether the instance waits here for what the system does by itself, and for no person. */
    default boolean bySystem() {
        return this instanceof Automate || this instanceof Launch;
    }

    /** The beginning; a return to it gives the initiator a task that shows {@code view} (empty: his own rights). */
    record Begin(Optional<FieldView> view) implements Duty {}

    /** What people are asked for. */
    enum Purpose {
        /** A decision: passing the step is consent. */
        DECIDE(TaskAction.APPROVE.key()),
        /** Data: passing the step says only that it is there. */
        FILL_IN("handle");

        private final String passed;

        Purpose(String passed) {
            this.passed = passed;
        }

        /** The word that timelines and tasks keep of an act. */
        public String word(TaskAction act) {
            return act == TaskAction.APPROVE ? passed : act.key();
        }
    }

    /** People act; the instance waits for them. */
    record Work(
            Purpose purpose,
            Assignment assignment,
            SignRule sign,
            FieldView view,
            Set<TaskAction> actions,
            ReturnRule returns,
            CommentRule comment,
            Optional<Due> due)
            implements Duty {
        public Work {
            actions = Set.copyOf(actions);
        }
    }

    /** People are told; nothing waits. */
    record Copy(Assignment assignment, FieldView view) implements Duty {}

    /** The system acts by itself; the instance waits until the last step is done. */
    record Automate(List<AutomationStep> steps) implements Duty {
        public Automate {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Workflows of other records start.
     *
     * @param workflow key of the one that may start on each record; empty: the first of its form that does
     * @param waits whether the instance goes on only when all of them have ended
     */
    record Launch(Children children, Optional<String> workflow, boolean waits) implements Duty {}

    /** The conditions of the outgoing edges decide. */
    record Route() implements Duty {}

    /** All outgoing edges are taken at once. */
    record Fork() implements Duty {}

    /** The instance goes on when every way of the fork has come. */
    record Join() implements Duty {}

    /**
     * The end.
     *
     * @param set field key to expression (FEEL), stored before the instance counts as completed
     */
    record Finish(Map<String, String> set) implements Duty {
        public Finish {
            set = Map.copyOf(set);
        }
    }
}
