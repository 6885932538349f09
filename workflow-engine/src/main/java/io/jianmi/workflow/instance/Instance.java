package io.jianmi.workflow.instance;

import io.jianmi.core.identity.MemberId;
import io.jianmi.workflow.design.WorkflowRef;
import java.util.UUID;

/** A running or ended instance: ids only. It stays on the version it started with. */
public record Instance(UUID id, WorkflowRef workflow, String form, UUID record, MemberId initiator) {}
