package io.jianmi.form.record;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Who may know of a record, for what hangs on records without being a field of theirs: the one decision, taken where it always is. */
@Singleton
public final class RecordSight {

    private final RecordReader reader;
    private final ReadLog reads;

    RecordSight(RecordReader reader, ReadLog reads) {
        this.reader = reader;
        this.reads = reads;
    }

    /**
     * A record that the actor may know of, its seal intact.
     *
     * @param subject whose data it holds
     * @param draft whether it is still its author's alone
     * @param trashed whether it lies in the recycle bin
     * @param manages whether he may put others' things on it in order
     * @param shares whether he may share it
     */
    public record Seen(
            CompiledForm form, UUID id, UUID subject, boolean draft, boolean trashed, boolean manages, boolean shares) {

        /** The record as an audit entry names it. */
        public String object() {
            return form.object(id);
        }
    }

    /** For a command, which logs its refusals itself. Missing and out of sight both fail with the same 404. */
    public Uni<Seen> of(Actor actor, CompiledForm form, UUID id) {
        return reader.intact(actor, form, id, RecordAction.READ)
                .map(visible -> new Seen(
                        form,
                        id,
                        visible.row().subject(),
                        visible.row().status() == StoredRecord.Status.DRAFT,
                        visible.row().trashed(),
                        visible.access().allows(RecordAction.MANAGE),
                        visible.access().allows(RecordAction.SHARE)));
    }

    /** For a read: a refusal is noted under the action. */
    public Uni<Seen> reading(Actor actor, CompiledForm form, UUID id, String action) {
        return reads.noting(actor, AuditDraft.of(action, form.object(id)).under(form.policy()), of(actor, form, id));
    }
}
