/**
 * The transactional outbox: what must happen after a commit is a row written in it. A relay feeds each message to its
 * {@link io.jianmi.core.outbox.OutboxHandler} at least once, in order per key.
 */
@NullMarked
package io.jianmi.core.outbox;

import org.jspecify.annotations.NullMarked;
