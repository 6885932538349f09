package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.record.TaskGrant;
import io.jianmi.form.record.TaskGrant.Standing;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskGrantsTest {

    private static final UUID TASK = UUID.fromString("0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21");

    private final CompiledWorkflow credit = Definitions.credit();

    @Test
    void anOpenTaskGivesWhatItsNodeDeclares() {
        TaskGrant grant = TaskGrants.of(TASK, TaskKind.WORK, true, false, credit.require("risk"));

        assertThat(grant.standing()).isEqualTo(Standing.OPEN);
        assertThat(grant.access("creditLimit")).isEqualTo(FieldAccess.READ);
        assertThat(grant.access("name")).isEqualTo(FieldAccess.MASKED);
    }

    /** What the node hid stays hidden: done, a task shows no mask that it did not show open. */
    @Test
    void aDoneTaskKeepsTheFieldsOfItsNode() {
        ObjectNode document = (ObjectNode) Definitions.example("credit-approval");
        ((ObjectNode) document.at("/nodes/4")).putObject("fields").put("name", "read");
        CompiledWorkflow narrow = Definitions.compile(document, TestForm.customer());

        TaskGrant grant = TaskGrants.of(TASK, TaskKind.WORK, false, false, narrow.require("finance"));

        assertThat(grant.standing()).isEqualTo(Standing.DONE);
        assertThat(grant.fields()).isEqualTo(Map.of("name", FieldAccess.READ));
        assertThat(grant.access("mobile")).isEqualTo(FieldAccess.HIDDEN);
    }

    @Test
    void aRecordThatCameBackIsUnderItsInitiatorsOwnRights() {
        TaskGrant grant = TaskGrants.of(TASK, TaskKind.AGAIN, true, false, credit.require("submit"));

        assertThat(grant.standing()).isEqualTo(Standing.OWN);
        assertThat(grant.fields()).isEmpty();
    }

    /** Whose consent a reveal needs goes along with it: it is never opened as if nobody had to be asked. */
    @Test
    void aRevealThatNeedsConsentSaysSo() {
        JsonNode document = Definitions.example("credit-approval");
        ((ObjectNode) document.at("/nodes/3/reveal")).put("approvedBy", "dpo");
        CompiledWorkflow asking = Definitions.compile(document, TestForm.customer());

        TaskGrant grant = TaskGrants.of(TASK, TaskKind.WORK, true, false, asking.require("risk"));

        assertThat(grant.reveal().orElseThrow().approvedBy()).containsExactly("dpo");
    }
}
