/**
 * Messages to other systems: queued with the change that they tell of, signed, sent, tried again, and logged. Words owned
 * here: delivery, source. What a delivery says is asked of its source when it is sent, so nothing personal waits in the
 * queue. May import command, crypto, tenant and the SQL client.
 */
@NullMarked
package io.jianmi.core.webhook;

import org.jspecify.annotations.NullMarked;
