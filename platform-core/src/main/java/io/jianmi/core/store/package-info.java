/**
 * Writing to a tenant's schema: guarded statements, committed together in one round trip. The one place that decides how
 * several rows are written in one go.
 */
@NullMarked
package io.jianmi.core.store;

import org.jspecify.annotations.NullMarked;
