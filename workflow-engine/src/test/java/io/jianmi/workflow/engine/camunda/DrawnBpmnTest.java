package io.jianmi.workflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.workflow.compile.BpmnWriter;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is downloaded, read by a BPMN reader that is not ours and checks against the schema of OMG. */
class DrawnBpmnTest {

    @ParameterizedTest
    @MethodSource("io.jianmi.workflow.testing.Definitions#examples")
    void everyElementHasItsPlaceAndEveryFlowItsLineFromBorderToBorder(String name) {
        BpmnModelInstance model = read(BpmnWriter.drawn(Definitions.compiled(name), "crm." + name + ".1", "en"));

        assertThat(shapes(model)).isEqualTo(ids(model, FlowNode.class));
        assertThat(model.getModelElementsByType(BpmnEdge.class).stream()
                        .map(edge -> edge.getBpmnElement().getId())
                        .collect(Collectors.toSet()))
                .isEqualTo(ids(model, SequenceFlow.class));
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            List<Waypoint> line = List.copyOf(edge.getWaypoints());
            Bounds from = bounds(model, flow.getSource());
            Bounds to = bounds(model, flow.getTarget());
            assertThat(line.get(0).getX()).isEqualTo(from.getX() + from.getWidth());
            assertThat(line.get(0).getY()).isBetween(from.getY(), from.getY() + from.getHeight());
            assertThat(line.get(line.size() - 1).getX()).isEqualTo(to.getX());
            assertThat(line.get(line.size() - 1).getY()).isBetween(to.getY(), to.getY() + to.getHeight());
        }
    }

    @Test
    void titlesStandInTheAskedLanguageAndAreTextWhateverIsTyped() {
        ObjectNode document = Definitions.example("side-by-side").deepCopy();
        ((ObjectNode) document.path("nodes").get(1)).put("title", "\"/><script id=\"x\"> & 主管\u0001 ${evil} 😀");
        BpmnModelInstance model = read(BpmnWriter.drawn(
                Definitions.compile(document, TestForm.of("parallel-customer")), "crm.side-by-side.1", "en"));

        FlowNode finance = model.getModelElementById("finance");
        FlowNode manager = model.getModelElementById("manager");
        assertThat(finance.getName()).isEqualTo("Finance");
        assertThat(manager.getName()).isEqualTo("\"/><script id=\"x\"> & 主管 ${evil} 😀");
    }

    private static BpmnModelInstance read(String bpmn) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
        Bpmn.validateModel(model);
        return model;
    }

    private static Set<String> shapes(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());
    }

    private static <T extends BaseElement> Set<String> ids(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type).stream()
                .map(BaseElement::getId)
                .collect(Collectors.toSet());
    }

    private static Bounds bounds(BpmnModelInstance model, FlowNode node) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().equals(node))
                .map(BpmnShape::getBounds)
                .findFirst()
                .orElseThrow();
    }
}
