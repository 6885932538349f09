/**
 * How a workflow does over a period: instances by status, time at each step, what is overdue, who has how much to do. Words of this package:
 * figures, stay (one visit of a step, from when people were asked until it was decided). For designers and administrators; nothing of any
 * record but whether it may be opened. May import workflow.compile, workflow.design and workflow.instance.
 */
@NullMarked
package io.jianmi.workflow.figure;

import org.jspecify.annotations.NullMarked;
