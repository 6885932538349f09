package io.jianmi.workflow.compile;

import java.util.Optional;

/**
 * @param id constant id of the edge, also its BPMN id
 * @param when condition, on edges of routing nodes only
 */
public record CompiledEdge(String id, String to, Optional<Formula> when, boolean otherwise, boolean onReject) {}
