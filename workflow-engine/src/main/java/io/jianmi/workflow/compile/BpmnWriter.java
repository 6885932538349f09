package io.jianmi.workflow.compile;

import io.jianmi.workflow.diagram.Diagram;
import io.jianmi.workflow.diagram.LayeredLayout;
import io.jianmi.workflow.node.BpmnShape;
import java.util.List;

/**
 * Writes BPMN 2.0 (OMG formal/2013-12-09). For the engine ids and topology only: no names, no conditions, no extensions,
 * since the engine evaluates several such attributes; the behaviour is attached by id when the engine reads it. For
 * download the same process with titles and a diagram.
 */
public final class BpmnWriter {

    /** Suffix of the wait state in which a returned record stands with its initiator; no key can hold it. */
    public static final String AGAIN = "_again";

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"%s targetNamespace="https://jianmi.io/workflow">
            """;

    private static final String DIAGRAM_SPACES = " xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
            + " xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\"";

    private BpmnWriter() {}

    /**
     * What the engine gets.
     *
     * @param processId id of the process, an XML name
     */
    public static String write(CompiledWorkflow workflow, String processId) {
        BpmnGraph graph = BpmnGraph.of(workflow);
        StringBuilder xml = new StringBuilder(HEAD.formatted(""));
        xml.append("  <process id=\"").append(name(processId)).append("\" isExecutable=\"true\">\n");
        graph.elements().forEach(element -> element(xml, element, ""));
        graph.flows().forEach(flow -> flow(xml, flow));
        return xml.append("  </process>\n</definitions>\n").toString();
    }

    /**
     * What other tools draw.
     *
     * @param language of the titles
     */
    public static String drawn(CompiledWorkflow workflow, String processId, String language) {
        BpmnGraph graph = BpmnGraph.of(workflow);
        StringBuilder xml = new StringBuilder(HEAD.formatted(DIAGRAM_SPACES));
        xml.append("  <process id=\"")
                .append(name(processId))
                .append('"')
                .append(title(workflow.definition().title().in(language, "")))
                .append(" isExecutable=\"true\">\n");
        graph.elements()
                .forEach(element -> element(xml, element, title(element.title().in(language, ""))));
        graph.flows().forEach(flow -> flow(xml, flow));
        xml.append("  </process>\n  <bpmndi:BPMNDiagram id=\"diagram_1\">\n    <bpmndi:BPMNPlane id=\"plane_1\"")
                .append(" bpmnElement=\"")
                .append(name(processId))
                .append("\">\n");
        diagram(xml, graph);
        return xml.append("    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n</definitions>\n")
                .toString();
    }

    /** Whether an activity only lets tokens through, beside the nodes of the definition. */
    public static boolean merges(String activity) {
        return BpmnGraph.merges(activity);
    }

    /** The edge by which a token leaves such an activity. */
    public static String merged(String activity) {
        return BpmnGraph.merged(activity);
    }

    /** The diagram of a workflow, as it is written for download. */
    static Diagram diagram(BpmnGraph graph) {
        return LayeredLayout.draw(
                graph.elements().stream()
                        .map(element -> new Diagram.Node(element.id(), width(element.shape()), height(element.shape())))
                        .toList(),
                graph.flows().stream()
                        .map(flow -> new Diagram.Edge(flow.id(), flow.from(), flow.to()))
                        .toList());
    }

    private static int width(BpmnShape shape) {
        return switch (shape) {
            case START_EVENT, END_EVENT -> 36;
            case EXCLUSIVE_GATEWAY, PARALLEL_GATEWAY -> 50;
            case RECEIVE_TASK, TASK -> 120;
        };
    }

    private static int height(BpmnShape shape) {
        return switch (shape) {
            case START_EVENT, END_EVENT -> 36;
            case EXCLUSIVE_GATEWAY, PARALLEL_GATEWAY -> 50;
            case RECEIVE_TASK, TASK -> 80;
        };
    }

    private static void element(StringBuilder xml, BpmnGraph.Element element, String title) {
        xml.append("    <")
                .append(element.shape().element())
                .append(" id=\"")
                .append(name(element.id()))
                .append('"')
                .append(title)
                .append("/>\n");
    }

    private static void flow(StringBuilder xml, BpmnGraph.Flow flow) {
        xml.append("    <sequenceFlow id=\"")
                .append(name(flow.id()))
                .append("\" sourceRef=\"")
                .append(name(flow.from()))
                .append("\" targetRef=\"")
                .append(name(flow.to()))
                .append("\"/>\n");
    }

    private static void diagram(StringBuilder xml, BpmnGraph graph) {
        Diagram diagram = diagram(graph);
        diagram.boxes()
                .forEach((id, box) -> xml.append(
                                "      <bpmndi:BPMNShape id=\"%s_shape\" bpmnElement=\"%s\">\n".formatted(id, id))
                        .append("        <dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
                                .formatted(box.x(), box.y(), box.width(), box.height()))
                        .append("      </bpmndi:BPMNShape>\n"));
        diagram.lines().forEach((id, line) -> edge(xml, id, line));
    }

    private static void edge(StringBuilder xml, String id, List<Diagram.Point> line) {
        xml.append("      <bpmndi:BPMNEdge id=\"%s_line\" bpmnElement=\"%s\">\n".formatted(id, id));
        line.forEach(point -> xml.append("        <di:waypoint x=\"%d\" y=\"%d\"/>\n".formatted(point.x(), point.y())));
        xml.append("      </bpmndi:BPMNEdge>\n");
    }

    /** What people typed becomes an attribute's text and nothing else. */
    private static String title(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .filter(point -> point >= ' ' && point != 0xFFFE && point != 0xFFFF && !surrogate(point))
                .forEach(point -> {
                    switch (point) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(point);
                    }
                });
        return safe.isEmpty() ? "" : " name=\"" + safe + '"';
    }

    private static boolean surrogate(int point) {
        return point <= Character.MAX_VALUE && Character.isSurrogate((char) point);
    }

    /** Keys are checked long before; this is the last line against anything but a name reaching the engine. */
    private static String name(String id) {
        if (!id.matches("[a-z][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("not an XML name of ours");
        }
        return id;
    }
}
