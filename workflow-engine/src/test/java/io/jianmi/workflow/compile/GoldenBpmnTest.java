package io.jianmi.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.problem.Finding;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.TestOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the contract compile as written, to exactly the committed BPMN. */
class GoldenBpmnTest {

    @ParameterizedTest
    @ValueSource(strings = {"credit-approval", "bench-approval"})
    void exampleCompilesToItsGoldenBpmn(String name) throws IOException {
        CompiledWorkflow workflow = name.startsWith("credit") ? Definitions.credit() : Definitions.bench();
        String bpmn = BpmnWriter.write(workflow, "crm." + name + ".1");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(Path.of("src/test/resources/golden/workflow", name, "workflow.bpmn"), bpmn);
        }
        assertThat(bpmn).isEqualTo(Definitions.text(name + "/workflow.bpmn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit-approval", "bench-approval"})
    void nothingADesignerTypedReachesTheEngine(String name) {
        CompiledWorkflow workflow = name.startsWith("credit") ? Definitions.credit() : Definitions.bench();
        assertThat(BpmnWriter.write(workflow, "p.1"))
                .doesNotContain("${", "#{", "camunda:", "name=", "condition", "listener", "script", "审批", ">=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit-approval", "bench-approval"})
    void examplesHaveNoFindingThatBlocksOrWarns(String name) {
        WorkflowForm form = name.startsWith("credit") ? TestForm.customer() : TestForm.benchCustomer();
        assertThat(Definitions.findings(Definitions.example(name), form, TestOrg.demo()))
                .allMatch(finding -> finding.severity() == Finding.Severity.INFO);
    }
}
