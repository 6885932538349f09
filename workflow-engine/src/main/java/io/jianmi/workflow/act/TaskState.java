package io.jianmi.workflow.act;

import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.instance.TaskStatus;

/** Why somebody has a task, and where it stands. */
public record TaskState(TaskKind kind, TaskStatus status) {}
