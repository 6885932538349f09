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
import java.util.UUID;

/** What a task gives its assignee on the record, before caps: the rules of design section 4 in one place. */
final class TaskGrants {

    private static final Map<String, FieldAccess> MASKED = FieldView.masked().fields();

    private TaskGrants() {}

    /**
     * @param open the task can still be decided; a done one keeps a masked view, a copy keeps its node's fields
     */
    static TaskGrant of(UUID task, TaskKind kind, boolean open, CompiledNode node) {
        if (kind == TaskKind.COPY && node.duty() instanceof Duty.Copy copy) {
            return new TaskGrant(task, node.key(), Standing.COPIED, copy.view().fields(), Optional.empty());
        }
        if (open && node.duty() instanceof Duty.Work work) {
            return new TaskGrant(task, node.key(), Standing.OPEN, work.view().fields(), reveal(work.view()));
        }
        if (open && node.duty() instanceof Duty.Begin begin) {
            return new TaskGrant(
                    task,
                    node.key(),
                    Standing.OPEN,
                    begin.view().map(FieldView::fields).orElse(Map.of(FieldView.DEFAULT, FieldAccess.EDIT)),
                    Optional.empty());
        }
        return new TaskGrant(task, node.key(), Standing.DONE, MASKED, Optional.empty());
    }

    static TaskGrant of(LoadedTask task) {
        return of(task.id(), task.kind(), task.open(), task.compiledNode());
    }

    private static Optional<TaskGrant.Reveal> reveal(FieldView view) {
        return view.reveal()
                .map(terms -> new TaskGrant.Reveal(
                        List.of(terms.purpose()),
                        terms.minutes(),
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        terms.stepUp()));
    }
}
