/**
 * What a page that stays open is told of while it does: {@code GET /api/v1/events}. Words of this package: event, watch,
 * source. Nothing is pushed by those who write: each node asks the database once a second for all who listen to it, and not
 * at all while nobody does. So it costs a write nothing, works on any number of nodes and loses nothing when one of them dies.
 * May import identity, tenant and problem; the domains bring the sources.
 */
@NullMarked
package io.jianmi.core.live;

import org.jspecify.annotations.NullMarked;
