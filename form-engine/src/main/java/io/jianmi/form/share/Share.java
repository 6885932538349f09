package io.jianmi.form.share;

import java.time.Instant;
import java.util.UUID;

/**
 * A share that nobody has ended.
 *
 * @param member the receiver's id
 * @param by the id of whoever shared it last
 * @param until when it ends by itself
 */
record Share(UUID id, String form, UUID record, String member, String by, Instant createdAt, Instant until) {

    boolean live(Instant now) {
        return until.isAfter(now);
    }

    /** Whether it is this member's own: he shared it, or it was shared with him. */
    boolean concerns(String id) {
        return member.equals(id) || by.equals(id);
    }

    /** The same share, anew. */
    Share renewed(String sharer, Instant at, Instant end) {
        return new Share(id, form, record, member, sharer, at, end);
    }
}
