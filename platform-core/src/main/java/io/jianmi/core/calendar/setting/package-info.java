/**
 * The working calendar of each tenant: kept, told to the other nodes, read from memory. May import commands, identity and the
 * cluster's notices.
 */
@NullMarked
package io.jianmi.core.calendar.setting;

import org.jspecify.annotations.NullMarked;
