package io.jianmi.form.comment;

import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.Files;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Gives files to what is said about a record. */
public interface Attachments {

    /**
     * The actor's uploads of these ids, in that order. Somebody else's, one that something holds and one that never was are refused in the
     * same words, at {@code /files/i}.
     */
    Uni<List<Files.Upload>> taken(Actor actor, List<UUID> ids);

    /**
     * Statements that give them to a comment.
     *
     * @param comment id of the comment, or of the timeline's entry
     * @param ring seals for the record's person
     */
    List<Write> attach(List<Files.Upload> uploads, String form, UUID record, UUID subject, UUID comment, KeyRing ring);
}
