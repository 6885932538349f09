package io.jianmi.core.cluster;

import io.jianmi.core.tenant.TenantKey;

/**
 * Something that nodes keep in memory has changed.
 *
 * @param topic what kind of thing, such as {@code form}; see {@link NoticeListener#topic}
 * @param key which one; an id or a key, never data: PostgreSQL hands it to every connection that listens
 */
public record Notice(String topic, TenantKey tenant, String key) {

    public Notice {
        if (topic.isEmpty() || topic.indexOf(' ') >= 0 || key.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("not a notice");
        }
    }
}
