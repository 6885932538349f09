package io.jianmi.core.notification;

import io.jianmi.core.command.Command;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody has read what he was told.
 *
 * @param one empty: all of it
 */
record ReadNotifications(Optional<UUID> one) implements Command<Boolean> {

    @Override
    public String action() {
        return "notification.read";
    }

    @Override
    public String target() {
        return "notification/" + one.map(UUID::toString).orElse("all");
    }
}
