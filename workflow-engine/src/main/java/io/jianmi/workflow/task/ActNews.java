package io.jianmi.workflow.task;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.Announcement.Receiver;
import io.jianmi.core.notification.NotificationKind;
import io.jianmi.form.comment.Enclosed;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.instance.TurnNews;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.task.LoadedTask.Sibling;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Whom an act is news to. Pure. */
final class ActNews {

    private ActNews() {}

    /** An act on a task: whoever has to act because of it, and the initiator when it ends his submission. */
    static List<Announcement> of(LoadedTask task, TaskAction act, ActPlan plan, MemberId by, UUID cause) {
        TurnNews news = new TurnNews(task.instance(), by);
        List<Receiver> added = plan.added().stream()
                .filter(one -> one.status() == TaskStatus.OPEN)
                .map(one -> new Receiver(one.assignee(), one.id()))
                .toList();
        List<Receiver> next = plan.changes().stream()
                .filter(change -> change.to() == TaskStatus.OPEN && change.from() != TaskStatus.OPEN)
                .flatMap(change ->
                        task.siblings().stream().filter(sibling -> sibling.id().equals(change.task())))
                .map(ActNews::receiver)
                .toList();
        Optional<Announcement> end =
                plan.step().filter(ActPlan.Step::endsInstance).map(step -> news.ended(cause, InstanceStatus.REJECTED));
        return Stream.concat(
                        Stream.of(
                                news.people(brought(act), cause, added),
                                news.people(NotificationKind.TASK_ASSIGNED, cause, next),
                                news.people(
                                        NotificationKind.TASK_REMINDED,
                                        cause,
                                        his(task, act == TaskAction.AUTO_REMIND)),
                                news.people(
                                        NotificationKind.TASK_OVERDUE,
                                        cause,
                                        his(task, act == TaskAction.TIME_OUT && plan.taskStatus() == TaskStatus.OPEN))),
                        end.stream())
                .toList();
    }

    /** Whoever is mentioned beside an act; who may not see the record is not told of it. */
    static Announcement mentioned(LoadedTask task, Enclosed enclosed, MemberId by, UUID cause) {
        return Announcement.of(
                        NotificationKind.MENTIONED,
                        cause,
                        by,
                        task.instance().form(),
                        task.instance().record())
                .to(enclosed.mentions().stream().map(MemberId::new).toList());
    }

    private static List<Receiver> his(LoadedTask task, boolean told) {
        return told ? List.of(new Receiver(task.assignee(), task.id())) : List.of();
    }

    private static Receiver receiver(Sibling sibling) {
        return new Receiver(sibling.assignee(), sibling.id());
    }

    private static NotificationKind brought(TaskAction act) {
        return switch (act) {
            case TRANSFER, REASSIGN, DELEGATE, TIME_OUT -> NotificationKind.TASK_TRANSFERRED;
            case ADD_SIGNER -> NotificationKind.SIGNER_ADDED;
            case APPROVE,
                    REJECT,
                    RETURN,
                    REMOVE_SIGNER,
                    SAVE,
                    TAKE_BACK,
                    REMIND,
                    WITHDRAW,
                    TERMINATE,
                    REACTIVATE,
                    AUTO_REMIND -> NotificationKind.TASK_ASSIGNED;
        };
    }

    /** An act on the instance as a whole: who is reminded, and the initiator whose submission somebody else ends. */
    static List<Announcement> of(LoadedInstance loaded, TaskAction act, InstancePlan plan, MemberId by, UUID cause) {
        TurnNews news = new TurnNews(loaded.instance(), by);
        List<Receiver> reminded = plan.awaiting().stream()
                .map(one -> new Receiver(one.assignee(), one.task()))
                .toList();
        return act == TaskAction.TERMINATE
                ? List.of(news.ended(cause, InstanceStatus.TERMINATED))
                : List.of(news.people(NotificationKind.TASK_REMINDED, cause, reminded));
    }
}
