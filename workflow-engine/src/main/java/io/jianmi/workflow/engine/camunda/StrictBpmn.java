package io.jianmi.workflow.engine.camunda;

import io.jianmi.workflow.engine.NodeTurn;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Accepts elements and attributes by name and refuses all others: scripts, listeners, class names, expressions, forms,
 * timers and whatever a later engine may learn. What is accepted gets {@link NodeBehavior}; only the parallel gateway keeps
 * the engine's own, which splits tokens and waits for them.
 */
final class StrictBpmn extends AbstractBpmnParseListener {

    /** Element to the attributes it may carry. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "process", Set.of("id", "isExecutable"),
            "startEvent", Set.of("id"),
            "receiveTask", Set.of("id"),
            "task", Set.of("id"),
            "exclusiveGateway", Set.of("id"),
            "parallelGateway", Set.of("id"),
            "endEvent", Set.of("id"),
            "sequenceFlow", Set.of("id", "sourceRef", "targetRef"));

    /** Attributes that the BPMN schema itself adds while the file is read, with the only value accepted. */
    private static final Map<String, String> SCHEMA_DEFAULTS = Map.of(
            "isInterrupting", "true",
            "parallelMultiple", "false",
            "isClosed", "false",
            "processType", "None",
            "implementation", "##WebService",
            "instantiate", "false",
            "startQuantity", "1",
            "completionQuantity", "1",
            "isForCompensation", "false",
            "gatewayDirection", "Unspecified");

    private final NodeBehavior behavior;

    StrictBpmn(Supplier<NodeTurn> turn) {
        this.behavior = new NodeBehavior(turn);
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        check(process);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setActivityBehavior(behavior);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setActivityBehavior(behavior);
    }

    @Override
    public void parseTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setActivityBehavior(behavior);
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setActivityBehavior(behavior);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setActivityBehavior(behavior);
    }

    private static void check(Element element) {
        Set<String> attributes = ALLOWED.get(element.getTagName());
        if (attributes == null || !element.attributes().stream().allMatch(name -> allowed(element, attributes, name))) {
            throw new ProcessEngineException("workflow.bpmn-refused");
        }
        element.elements().forEach(StrictBpmn::check);
    }

    private static boolean allowed(Element element, Set<String> attributes, String name) {
        return attributes.contains(name) || element.attribute(name).equals(SCHEMA_DEFAULTS.get(name));
    }
}
