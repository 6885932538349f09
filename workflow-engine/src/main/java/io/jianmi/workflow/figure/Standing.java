package io.jianmi.workflow.figure;

/** Open tasks of one person at one step. */
record Standing(String node, String assignee, long open, long overdue) {}
