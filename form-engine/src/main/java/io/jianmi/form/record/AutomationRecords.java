package io.jianmi.form.record;

import io.jianmi.core.command.Changes;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow does with records besides its own: in nobody's name, so no permission group is asked, but by the rules of
 * their forms and of the tags. What it answers is everything to be written, to be committed with the step that asked.
 */
public interface AutomationRecords {

    /**
     * A value that a workflow has computed.
     *
     * @param value as expressions give it; null empties the field
     * @param level that it inherits from what it was computed of
     */
    record Given(@Nullable Object value, Sensitivity level) {

        /** What was computed of nothing that is protected. */
        public static Given clear(@Nullable Object value) {
            return new Given(value, Sensitivity.PUBLIC);
        }
    }

    /**
     * New, submitted records, all or none; their own workflows start as if the initiator had submitted them. Findings as of any
     * other new record, and {@code field.tag-too-low} for a value that the field's tag does not protect as it must be.
     *
     * @param values of each; at least one
     * @param workflow key of the one that may start; empty: the first of the form that does
     * @return answers their ids
     */
    Uni<Changes<List<UUID>>> create(
            Actor initiator, String form, List<Map<String, Given>> values, Optional<String> workflow);

    /**
     * Another record's next version. Fails as {@link #create} does, with {@code request.not-found} for what is missing or in
     * the bin, and with {@code record.in-workflow} while a workflow runs on it.
     *
     * @return answers the keys of the changed fields
     */
    Uni<Changes<List<String>>> amend(Actor initiator, String form, UUID record, Map<String, Given> values);

    /**
     * What lets the workflow of records start that stand as they are, as if the initiator had submitted them again. Those that
     * are missing, in the bin or drafts are left out. Fails with {@code record.in-workflow} while a workflow runs on one.
     *
     * @param workflow as of {@link #create}
     */
    Uni<Begun> begin(Actor initiator, String form, List<UUID> records, Optional<String> workflow);

    /**
     * @param versions of the records that are there, in the order in which they were asked for
     * @param start empty when none of them starts a workflow
     */
    record Begun(Map<UUID, Integer> versions, Optional<RecordWorkflow.Start> start) {}
}
