package io.jianmi.core.notification;

import io.jianmi.core.outbox.Delivery;
import io.jianmi.core.outbox.OutboxHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Tells members what a command announced. */
@Singleton
public final class SendNotifications implements OutboxHandler {

    private final Notifications notifications;

    public SendNotifications(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String topic() {
        return Notifications.TOPIC;
    }

    @Override
    public void handle(Delivery delivery) throws SQLException {
        notifications.send(delivery.tenant(), delivery.connection(), List.of(Announcement.of(delivery.body())));
    }
}
