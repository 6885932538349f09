package io.jianmi.workflow.compile;

import io.jianmi.workflow.node.BpmnShape;

/**
 * Writes BPMN 2.0 (OMG formal/2013-12-09) for the engine and for download: ids and topology only. No names, no
 * conditions, no extensions: the engine evaluates several such attributes, so nothing a designer typed gets there. The
 * behaviour is attached by id when the engine reads it.
 */
public final class BpmnWriter {

    /** Suffix of the wait state in which a returned record stands with its initiator; no key can hold it. */
    public static final String AGAIN = "_again";

    private BpmnWriter() {}

    /**
     * @param processId id of the process, an XML name
     */
    public static String write(CompiledWorkflow workflow, String processId) {
        StringBuilder xml = new StringBuilder();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"")
                .append(" targetNamespace=\"https://jianmi.io/workflow\">\n")
                .append("  <process id=\"")
                .append(name(processId))
                .append("\" isExecutable=\"true\">\n");
        workflow.nodes().forEach(node -> element(xml, node.shape(), node.key()));
        if (workflow.returnsToStart()) {
            element(xml, BpmnShape.RECEIVE_TASK, workflow.start().key() + AGAIN);
        }
        workflow.nodes().forEach(node -> node.out().forEach(edge -> flow(xml, edge.id(), node.key(), edge.to())));
        if (workflow.returnsToStart()) {
            workflow.start()
                    .pass()
                    .ifPresent(edge ->
                            flow(xml, edge.id() + AGAIN, workflow.start().key() + AGAIN, edge.to()));
        }
        return xml.append("  </process>\n</definitions>\n").toString();
    }

    private static void element(StringBuilder xml, BpmnShape shape, String id) {
        xml.append("    <")
                .append(shape.element())
                .append(" id=\"")
                .append(name(id))
                .append("\"/>\n");
    }

    private static void flow(StringBuilder xml, String id, String from, String to) {
        xml.append("    <sequenceFlow id=\"")
                .append(name(id))
                .append("\" sourceRef=\"")
                .append(name(from))
                .append("\" targetRef=\"")
                .append(name(to))
                .append("\"/>\n");
    }

    /** Keys are checked long before; this is the last line against anything but a name reaching the engine. */
    private static String name(String id) {
        if (!id.matches("[a-z][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("not an XML name of ours");
        }
        return id;
    }
}
