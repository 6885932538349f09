package io.jianmi.core.notification;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Marks one's own notifications as read; another's is missing. Reading twice keeps the first time. */
@Singleton
final class ReadNotificationsHandler implements CommandHandler<ReadNotifications, Boolean, Boolean> {

    private static final String POLICY = "platform";

    private final NotificationStore store;
    private final InstantSource clock;

    ReadNotificationsHandler(NotificationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> load(ReadNotifications command, Actor actor) {
        return command.one()
                .map(id -> store.find(actor, id)
                        .map(found ->
                                found.map(one -> true).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND))))
                .orElseGet(() -> Uni.createFrom().item(true));
    }

    @Override
    public Permit authorize(ReadNotifications command, Boolean his, Actor actor) {
        return Permit.allow(POLICY);
    }

    @Override
    public Uni<Changes<Boolean>> decide(ReadNotifications command, Boolean his, Actor actor) {
        return Uni.createFrom()
                .item(Changes.of(
                        List.of(NotificationStore.read(actor, command.one(), clock.instant())),
                        AuditDraft.of(command.action(), command.target()),
                        List.of(),
                        () -> true));
    }
}
