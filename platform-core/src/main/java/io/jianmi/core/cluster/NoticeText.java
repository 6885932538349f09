package io.jianmi.core.cluster;

import io.jianmi.core.tenant.TenantKey;
import java.util.Optional;

/** A notice as PostgreSQL carries it: {@code topic tenant key}. */
final class NoticeText {

    private NoticeText() {}

    static String of(Notice notice) {
        return notice.topic() + " " + notice.tenant().value() + " " + notice.key();
    }

    /** Empty for what a newer version, or somebody else, may send on the same channel. */
    static Optional<Notice> parse(String text) {
        String[] parts = text.split(" ", 3);
        return parts.length == 3 && !parts[0].isEmpty() && parts[2].indexOf(' ') < 0
                ? TenantKey.parse(parts[1]).map(tenant -> new Notice(parts[0], tenant, parts[2]))
                : Optional.empty();
    }
}
