package io.jianmi.workflow.task;

import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.record.TaskGrant;
import io.jianmi.form.record.TaskGrant.Standing;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.FieldView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a task gives its assignee on the record, before caps: the rules of design section 4 in one place. */
final class TaskGrants {

    private TaskGrants() {}

    /**
     * @param open the task can still be decided; a done one keeps what its node showed, masked; a copy keeps its node's fields; a record that came back
     *     to its initiator stays under his own rights, unless the start says otherwise
     * @param delegated for somebody else: the right to open values is not passed on with the task
     */
    static TaskGrant of(UUID task, TaskKind kind, boolean open, boolean delegated, CompiledNode node) {
        if (kind == TaskKind.COPY && node.duty() instanceof Duty.Copy copy) {
            return new TaskGrant(task, node.key(), Standing.COPIED, copy.view().fields(), Optional.empty());
        }
        if (open && node.duty() instanceof Duty.Work work) {
            return delegated
                    ? new TaskGrant(task, node.key(), Standing.OPEN, closed(work.view()), Optional.empty())
                    : new TaskGrant(task, node.key(), Standing.OPEN, work.view().fields(), reveal(work.view()));
        }
        if (open && node.duty() instanceof Duty.Begin begin) {
            return begin.view()
                    .map(view -> new TaskGrant(task, node.key(), Standing.OPEN, view.fields(), Optional.empty()))
                    .orElseGet(() -> new TaskGrant(task, node.key(), Standing.OWN, Map.of(), Optional.empty()));
        }
        Map<String, FieldAccess> shown =
                node.duty() instanceof Duty.Work work ? work.view().fields() : Map.of();
        return new TaskGrant(task, node.key(), Standing.DONE, shown, Optional.empty());
    }

    static TaskGrant of(LoadedTask task) {
        return of(task.id(), task.kind(), task.open(), task.delegator() != null, task.compiledNode());
    }

    private static Map<String, FieldAccess> closed(FieldView view) {
        Map<String, FieldAccess> closed = new HashMap<>();
        view.fields()
                .forEach((field, access) ->
                        closed.put(field, access == FieldAccess.REVEAL ? FieldAccess.MASKED : access));
        return closed;
    }

    private static Optional<TaskGrant.Reveal> reveal(FieldView view) {
        return view.reveal()
                .map(terms -> new TaskGrant.Reveal(
                        List.of(terms.purpose()),
                        terms.minutes(),
                        terms.stepUp(),
                        terms.approvedBy().map(Set::of).orElse(Set.of())));
    }
}
