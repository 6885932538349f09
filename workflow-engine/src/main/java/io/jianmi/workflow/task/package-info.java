/**
 * Tasks: the inbox, what a task shows, and the decisions people take. Words owned here: task, decision, inbox, assignee.
 * Decisions are commands; what a task lets its assignee see goes to the record runtime as a value, never as code.
 */
@NullMarked
package io.jianmi.workflow.task;

import org.jspecify.annotations.NullMarked;
