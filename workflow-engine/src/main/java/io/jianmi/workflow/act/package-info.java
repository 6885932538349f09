/**
 * Which acts are open to whom: one table over the states of task and instance, and what it says of one person in one
 * situation. Words owned here: act, situation, proviso, ruling. Pure: imports the enums of instance and node, and the JDK.
 */
@NullMarked
package io.jianmi.workflow.act;

import org.jspecify.annotations.NullMarked;
