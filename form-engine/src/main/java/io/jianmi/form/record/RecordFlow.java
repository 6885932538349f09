package io.jianmi.form.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A record's workflow as one actor may know it.
 *
 * @param status status of the newest instance: running completed rejected withdrawn terminated; empty when none ever ran
 * @param openTasks open tasks of the newest instance
 * @param grants what tasks of this actor on this record give him
 */
public record RecordFlow(Optional<String> status, List<OpenTask> openTasks, List<TaskGrant> grants) {

    public static final RecordFlow NONE = new RecordFlow(Optional.empty(), List.of(), List.of());

    /** The same for somebody to whom its tasks give nothing. */
    RecordFlow withoutGrants() {
        return new RecordFlow(status, openTasks, List.of());
    }

    public boolean running() {
        return status.filter("running"::equals).isPresent();
    }

    /** An open task, by its node's key. */
    public record OpenTask(UUID id, String node) {}
}
