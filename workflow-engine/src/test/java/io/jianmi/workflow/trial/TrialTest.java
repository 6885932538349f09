package io.jianmi.workflow.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Org;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.record.AutomationRecords.Given;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.TestOrg;
import io.jianmi.workflow.testing.WrittenWays;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {

    private final Org org = TestOrg.demo();

    @Test
    void stopsAtTheFirstStepThatHasNoAnswerYet() {
        TrialCourse course = run(Definitions.credit(), "sam", 200_000);

        assertThat(course.starts()).isTrue();
        assertThat(course.status()).isEqualTo(TrialCourse.OPEN);
        assertThat(nodes(course)).containsExactly("submit", "manager");
        TrialStep manager = course.steps().get(1);
        assertThat(manager.asked()).containsExactly(TestOrg.id("mia"));
        assertThat(manager.via()).contains("rule");
        assertThat(manager.outcome()).isEmpty();
        assertThat(manager.offered()).containsExactlyInAnyOrder("approve", "reject", "return");
        assertThat(manager.fields()).containsEntry("idNumber", FieldAccess.MASKED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200000 | approve approve approve | submit manager size risk finance tell done      | completed
            5000   | approve approve         | submit manager size finance tell done           | completed
            5000   | reject                  | submit manager                                  | rejected
            5000   | approve return          | submit manager size finance manager             | open
            """)
    void walksTheWayThatTheAnswersAndTheConditionsTake(int limit, String answers, String way, String status) {
        TrialCourse course = run(Definitions.credit(), "sam", limit, answers.split(" "));

        assertThat(nodes(course)).containsExactly(way.split(" "));
        assertThat(course.status()).isEqualTo(status);
    }

    @Test
    void doesNotStartWithARecordThatDoesNotMeetTheCondition() {
        TrialCourse course = run(Definitions.credit(), "sam", 0);

        assertThat(course.starts()).isFalse();
        assertThat(course.steps()).isEmpty();
    }

    @Test
    void asksTheNextHeadUpWhoeverHeadsHisOwnDepartment() {
        TrialCourse course = run(Definitions.credit(), "mia", 5_000);

        assertThat(course.steps().get(1).asked()).containsExactly(TestOrg.id("dina"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            side-by-side       | approve approve approve approve approve approve        | submit manager split finance inner rick rose both head all director done
            side-by-side       | approve approve approve approve reject approve approve | submit manager split finance inner rick rose both head again all director done
            straight-back      | approve approve return approve approve                 | submit manager check director manager director done
            rejected-goes-back | approve reject approve approve                         | submit papers manager papers manager done
            choice-in-a-branch | approve approve approve                                | submit split size little file met close done
            """)
    void walksBranchesOneAfterTheOtherAndGoesBackAsTheEngineWould(String name, String answers, String way) {
        TrialCourse course = run(Definitions.compiled(name), "sam", 5_000, answers.split(" "));

        assertThat(nodes(course)).containsExactly(way.split(" "));
        assertThat(course.status()).isEqualTo(TrialCourse.COMPLETED);
    }

    @Test
    void whomTheHandlerBeforeWillChooseIsNotKnown() {
        ObjectNode document = WrittenWays.document("start>a a>b b>end");
        ((ObjectNode) document.at("/nodes/2")).putObject("assignees").put("previous", true);
        TrialCourse course = run(Definitions.compile(document, TestForm.customer()), "sam", 5, "approve", "approve");

        assertThat(course.status()).isEqualTo(TrialCourse.COMPLETED);
        TrialStep chosen = course.steps().get(2);
        assertThat(chosen.node()).isEqualTo("b");
        assertThat(chosen.via()).contains("previous");
        assertThat(chosen.asked()).isEmpty();
        assertThat(chosen.outcome()).contains("approve");
    }

    private TrialCourse run(CompiledWorkflow workflow, String initiator, int limit, String... answers) {
        Map<String, Object> values = new HashMap<>(Map.of("creditLimit", BigDecimal.valueOf(limit)));
        return new Trial(
                        workflow,
                        org,
                        org.actor(TestOrg.id(initiator)).orElseThrow(),
                        new Fixed(values),
                        view -> Map.of("idNumber", view.of("idNumber")),
                        List.of(answers))
                .run();
    }

    private static List<String> nodes(TrialCourse course) {
        return course.steps().stream().map(TrialStep::node).toList();
    }

    private record Fixed(Map<String, Object> values) implements Sample {
        @Override
        public Sample with(Map<String, Given> set) {
            Map<String, Object> next = new HashMap<>(values);
            set.forEach((key, given) -> Optional.ofNullable(given.value()).ifPresent(value -> next.put(key, value)));
            return new Fixed(next);
        }
    }
}
