package io.jianmi.workflow.node;

import io.jianmi.workflow.assignee.AssigneeRule;
import java.time.Duration;
import java.util.Optional;

/**
 * When a task is due and what happens then. Shown on the task; nothing acts on it in this version.
 *
 * @param after from the moment the task stands
 * @param then {@code reassign}, {@code approve}, {@code reject} or {@code notify}
 * @param reassign to whom, with {@code reassign}
 */
public record Due(
        Duration after, Optional<Duration> remindEvery, Optional<String> then, Optional<AssigneeRule> reassign) {

    public boolean approvesByItself() {
        return then.filter("approve"::equals).isPresent();
    }
}
