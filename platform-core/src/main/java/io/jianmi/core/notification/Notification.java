package io.jianmi.core.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.MemberId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one member was told, as it is stored.
 *
 * @param kind a key of {@link NotificationKind}; one that a newer version has written is only passed on
 * @param cause what led to it
 * @param actor who caused it
 * @param task his page for it; null where there is none
 * @param outcome a word of the kind, or null
 * @param text what a definition says, by language, or null
 * @param reads keys of the fields that the text was computed of
 */
record Notification(
        UUID id,
        MemberId member,
        String kind,
        UUID cause,
        MemberId actor,
        Instant at,
        String form,
        UUID record,
        @Nullable UUID task,
        @Nullable String outcome,
        @Nullable JsonNode text,
        Set<String> reads,
        @Nullable Instant readAt) {

    Notification {
        reads = Set.copyOf(reads);
    }

    /** The same for who may not be told what it says. */
    Notification withoutText() {
        return new Notification(
                id, member, kind, cause, actor, at, form, record, task, outcome, null, Set.of(), readAt);
    }

    /** The approval that it is about; null where it is about none. */
    @Nullable
    UUID approval() {
        return NotificationKind.of(kind).filter(NotificationKind::onApproval).isPresent() ? cause : null;
    }

    /** The rights request that it is about; null where it is about none. */
    @Nullable
    UUID request() {
        return NotificationKind.of(kind).filter(NotificationKind::onRequest).isPresent() ? record : null;
    }
}
