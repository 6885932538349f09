/**
 * Tenants: the isolation boundary. Each has one schema {@code t_<key>}, made and migrated by code; nothing joins two of
 * them.
 */
@NullMarked
package io.jianmi.core.tenant;

import org.jspecify.annotations.NullMarked;
