package io.jianmi.workflow.task;

import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.Files;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.form.comment.Attachments;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Comments without files. */
final class NoFiles implements Attachments {

    @Override
    public Uni<List<Files.Upload>> taken(Actor actor, List<UUID> ids) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public List<Write> attach(
            List<Files.Upload> uploads, String form, UUID record, UUID subject, UUID comment, KeyRing ring) {
        return List.of();
    }
}
