package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** What the workflow engine may do with records: the same reading and writing as everyone's, seen through a task. */
public interface WorkflowRecords {

    /** All values in clear, as expressions see them; for conditions and assignee fields only, never for an answer. */
    Uni<Facts> facts(TenantKey tenant, String form, UUID record);

    /**
     * The record exactly as a task grants it (after caps), in the shape of {@code GET records/{id}}, plus what was shown
     * as commitments for the timeline.
     */
    Uni<View> view(Actor actor, String form, UUID record, TaskGrant grant);

    /**
     * The form as a reader of exactly these fields gets it, in the shape of {@code GET forms/{f}}: what the page of a task
     * is drawn from, also for those whom no permission group gives the form.
     */
    Uni<ObjectNode> form(TenantKey tenant, String form, Set<String> fields);

    /** Title lines of records under the actor's access (masked where he may not read); missing when out of sight. */
    Uni<Map<UUID, String>> titles(Actor actor, String form, Collection<UUID> records);

    /**
     * A record that the actor may know of by his groups, its seal intact, for acts that do not look into it. Missing, out of
     * sight and in the recycle bin fail with the same 404.
     */
    Uni<Sight> sight(Actor actor, String form, UUID record);

    /** Those of the members who may know of the record, by their groups or by tasks of theirs; one in the recycle bin is nobody's. */
    Uni<Set<MemberId>> knowing(Collection<Actor> members, String form, UUID record);

    /**
     * The guarded writes of an edit made in a task, validated like any other edit.
     *
     * @param data changed fields as typed, empty when the decision changes none
     * @param seen the record version that the decider saw; another current version is {@code
     *     record.changed-since-seen}, which says what differs
     */
    Uni<Edit> edit(Actor actor, String form, UUID record, ObjectNode data, TaskGrant grant, OptionalInt seen);

    /** What an edit answers that a unique index refused. */
    Uni<ProblemException> conflict(Actor actor, String form, String index);

    /** {@link #edit} and {@link #view} for one decision: what its person saw and what he changes, from one reading. */
    default Uni<Work> work(Actor actor, String form, UUID record, ObjectNode data, TaskGrant grant, OptionalInt seen) {
        return edit(actor, form, record, data, grant, seen)
                .chain(edit -> view(actor, form, record, grant).map(view -> new Work(edit, view)));
    }

    /**
     * The guarded writes of values that a workflow sets itself ({@code end.set}, an automation), validated like any other edit;
     * {@code field.tag-too-low} for a value that the field's tag does not protect as it must be.
     */
    Uni<Edit> set(TenantKey tenant, String form, UUID record, Map<String, AutomationRecords.Given> values);

    /**
     * @param formVersion the version of the form that the record was captured in
     * @param values as expressions see them
     */
    record Facts(int formVersion, int version, String createdBy, Map<String, Object> values) {}

    /**
     * @param record the body of the answer
     * @param seen per visible field: access and a salted commitment to what was shown
     * @param salt of the commitments, kept with the timeline entry
     */
    record View(ObjectNode record, int version, ObjectNode seen, byte[] salt) {}

    /**
     * @param version the record's version after the edit (unchanged when nothing changes)
     * @param changed keys of changed fields
     */
    record Edit(List<Write> writes, int version, List<String> changed, Optional<UUID> subject) {}

    /** @param subject whose data the record holds */
    record Sight(UUID subject) {}

    /** @param view the record before the edit */
    record Work(Edit edit, View view) {}
}
