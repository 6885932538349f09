/**
 * The tenant: the wall that nothing crosses. Every row, key, cache entry and message names the tenant it belongs to.
 * Imports problem, json and time only.
 */
@NullMarked
package io.jianmi.core.tenant;

import org.jspecify.annotations.NullMarked;
