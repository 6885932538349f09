package io.jianmi.workflow.instance;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.Announcement.Receiver;
import io.jianmi.core.notification.NotificationKind;
import io.jianmi.workflow.sign.Signature;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Whom the way of an instance is news to. Pure.
 *
 * @param by whose act moved it on
 */
public record TurnNews(Instance instance, MemberId by) {

    /** Whoever has to act now; whose turn comes later is told then. */
    Announcement assigned(UUID visit, List<MemberId> members, List<UUID> tasks, List<Signature> signatures) {
        return of(NotificationKind.TASK_ASSIGNED, visit)
                .toReceivers(IntStream.range(0, members.size())
                        .filter(i -> signatures.get(i) == Signature.OPEN)
                        .mapToObj(i -> new Receiver(members.get(i), tasks.get(i)))
                        .toList());
    }

    Announcement copied(UUID cause, List<MemberId> members, List<UUID> tasks) {
        return of(NotificationKind.COPIED, cause)
                .toReceivers(IntStream.range(0, members.size())
                        .mapToObj(i -> new Receiver(members.get(i), tasks.get(i)))
                        .toList());
    }

    /** Its initiator learns how it ended. */
    public Announcement ended(UUID cause, InstanceStatus how) {
        return of(NotificationKind.SUBMISSION_ENDED, cause).outcome(how.key()).to(instance.initiator());
    }

    /** People have something to do with the instance. */
    public Announcement people(NotificationKind kind, UUID cause, List<Receiver> people) {
        return of(kind, cause).toReceivers(people);
    }

    private Announcement of(NotificationKind kind, UUID cause) {
        return Announcement.of(kind, cause, by, instance.form(), instance.record());
    }
}
