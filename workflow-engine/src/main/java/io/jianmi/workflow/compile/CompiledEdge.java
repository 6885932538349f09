package io.jianmi.workflow.compile;

import java.util.Optional;

/**
 * @param id constant id of the edge, also its BPMN id
 * @param when condition, on edges of routing nodes only
 */
public record CompiledEdge(String id, String to, Optional<Formula> when, boolean otherwise, boolean onReject) {

    private static final String ID = "edge_";

    /** The id of the edge at a place in the definition. */
    static String id(int number) {
        return ID + number;
    }

    /** Its place in the definition, from 0. */
    public int number() {
        return Integer.parseInt(id.substring(ID.length()));
    }
}
