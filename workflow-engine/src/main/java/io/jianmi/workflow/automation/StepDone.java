package io.jianmi.workflow.automation;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.Write;
import io.jianmi.form.record.WorkflowRecords.Edit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one step comes to, to be committed with its being done.
 *
 * @param word what was done
 * @param audit entries of other records that it changes
 * @param about what the step's own entry says besides: ids, keys and numbers
 * @param edited how the instance's own record changes
 * @param until when the instance may go on; null: at once
 */
record StepDone(
        String word,
        List<Write> writes,
        List<AuditDraft> audit,
        List<OutboxMessage> followUps,
        Map<String, Object> about,
        @Nullable Edit edited,
        @Nullable Instant until) {

    StepDone {
        writes = List.copyOf(writes);
        audit = List.copyOf(audit);
        followUps = List.copyOf(followUps);
        about = Map.copyOf(about);
    }

    static StepDone nothing(String word) {
        return new StepDone(word, List.of(), List.of(), List.of(), Map.of(), null, null);
    }

    static StepDone edit(String word, Edit edit) {
        return new StepDone(
                word,
                edit.writes(),
                List.of(),
                List.of(),
                Map.of("version", edit.version(), "fields", String.join(",", edit.changed())),
                edit,
                null);
    }

    static StepDone waiting(String word, Instant until) {
        return new StepDone(word, List.of(), List.of(), List.of(), Map.of(), null, until);
    }

    /** Changes of other records come along. */
    StepDone with(Changes<?> changes) {
        return new StepDone(
                word,
                both(writes, changes.writes()),
                both(audit, changes.audit()),
                both(followUps, changes.followUps()),
                about,
                edited,
                until);
    }

    StepDone with(List<OutboxMessage> messages) {
        return new StepDone(word, writes, audit, both(followUps, messages), about, edited, until);
    }

    StepDone with(Write write) {
        return new StepDone(word, both(writes, List.of(write)), audit, followUps, about, edited, until);
    }

    StepDone about(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(about);
        more.put(name, value);
        return new StepDone(word, writes, audit, followUps, more, edited, until);
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
