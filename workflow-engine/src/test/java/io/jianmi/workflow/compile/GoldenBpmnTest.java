package io.jianmi.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.problem.Finding;
import io.jianmi.core.testing.GoldenFile;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.TestOrg;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the contract compile as written, to exactly the committed BPMN. */
class GoldenBpmnTest {

    @ParameterizedTest
    @MethodSource("io.jianmi.workflow.testing.Definitions#examples")
    void exampleCompilesToItsGoldenBpmn(String name) {
        CompiledWorkflow workflow = Definitions.compiled(name);
        String bpmn = BpmnWriter.write(workflow, "crm." + name + ".1");
        GoldenFile.check(Path.of("src/test/resources/golden/workflow", name, "workflow.bpmn"), bpmn);
    }

    @ParameterizedTest
    @MethodSource("io.jianmi.workflow.testing.Definitions#examples")
    void exampleIsDrawnAsItsGoldenDiagram(String name) {
        GoldenFile.check(
                Path.of("src/test/resources/golden/workflow", name, "drawn.bpmn"),
                BpmnWriter.drawn(Definitions.compiled(name), "crm." + name + ".1", "zh-CN"));
    }

    @ParameterizedTest
    @MethodSource("io.jianmi.workflow.testing.Definitions#examples")
    void nothingADesignerTypedReachesTheEngine(String name) {
        CompiledWorkflow workflow = Definitions.compiled(name);
        assertThat(BpmnWriter.write(workflow, "p.1"))
                .doesNotContain("${", "#{", "camunda:", "name=", "condition", "listener", "script", "审批", ">=");
    }

    @ParameterizedTest
    @MethodSource("io.jianmi.workflow.testing.Definitions#examples")
    void examplesHaveNoFindingThatBlocksOrWarns(String name) {
        WorkflowForm form = TestForm.of(Definitions.example(name).path("form").asText());
        assertThat(Definitions.findings(Definitions.example(name), form, TestOrg.demo()))
                .allMatch(finding -> finding.severity() == Finding.Severity.INFO);
    }
}
