package io.jianmi.workflow.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommentRuleTest {

    @Test
    void aRejectionAloneNeedsACommentWhereTheNodeSaysOnReject() {
        assertThat(demanding(CommentRule.ON_REJECT)).containsExactly(TaskAction.REJECT);
    }

    @Test
    void everyDecisionNeedsOneWhereItIsRequiredAndNoneWhereItIsNot() {
        assertThat(demanding(CommentRule.REQUIRED))
                .containsExactlyInAnyOrder(TaskAction.APPROVE, TaskAction.REJECT, TaskAction.RETURN);
        assertThat(demanding(CommentRule.OPTIONAL)).isEmpty();
    }

    private static Set<TaskAction> demanding(CommentRule rule) {
        return Arrays.stream(TaskAction.values()).filter(rule::demands).collect(Collectors.toSet());
    }
}
