package io.jianmi.workflow.task;

import io.jianmi.workflow.instance.Instance;
import java.util.UUID;

/** A decision that is stored: what to show next is read afresh. */
record Decision(UUID task, Instance instance) {}
