/**
 * Where an instance stands, drawn: every node of its version as passed, current, still possible or left aside, with the ways between
 * them. Words owned here: chart, course (what became of each node and edge). Course and drawing are pure. Who sees a record sees the chart
 * of its instance: titles and kinds of nodes, never a condition or a rule of who has to act. May import workflow.compile, workflow.diagram,
 * workflow.design and workflow.instance.
 */
@NullMarked
package io.jianmi.workflow.chart;

import org.jspecify.annotations.NullMarked;
