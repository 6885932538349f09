/**
 * Removes what is kept for a time only, in the background. Words of this package: chore. Each domain says what of its own
 * is over (a {@link io.jianmi.core.housekeeping.Chore}); here is when and by which node. May import tenants and the SQL
 * client.
 */
@NullMarked
package io.jianmi.core.housekeeping;

import org.jspecify.annotations.NullMarked;
