package io.jianmi.workflow.task;

import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.record.TaskGrant;
import io.jianmi.form.record.TaskGrant.Standing;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.FieldView;
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
     */
    static TaskGrant of(UUID task, TaskKind kind, boolean open, CompiledNode node) {
        if (kind == TaskKind.COPY && node.duty() instanceof Duty.Copy copy) {
            return new TaskGrant(task, node.key(), Standing.COPIED, copy.view().fields(), Optional.empty());
        }
        if (open && node.duty() instanceof Duty.Work work) {
            return new TaskGrant(task, node.key(), Standing.OPEN, work.view().fields(), reveal(work.view()));
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
        return of(task.id(), task.kind(), task.open(), task.compiledNode());
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
