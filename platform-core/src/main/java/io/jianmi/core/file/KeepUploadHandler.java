package io.jianmi.core.file;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Carries out {@link KeepUpload}: any member may, as long as he leaves few lying about. */
@Singleton
final class KeepUploadHandler implements CommandHandler<KeepUpload, FileFacts, Long> {

    /** Uploads of one member that no record holds. */
    static final int MOST_WAITING = 200;

    private final FileStore store;
    private final InstantSource clock;

    KeepUploadHandler(FileStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Uni<Long> load(KeepUpload command, Actor actor) {
        return store.waiting(actor);
    }

    @Override
    public Permit authorize(KeepUpload command, Long waiting, Actor actor) {
        return waiting < MOST_WAITING
                ? Permit.allow("")
                : Permit.refuse(ProblemException.of(FileProblem.WAITING_LIMIT), "");
    }

    @Override
    public Uni<Changes<FileFacts>> decide(KeepUpload command, Long waiting, Actor actor) {
        AuditDraft entry = AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "type", command.told().type(),
                        "bytes", String.valueOf(command.told().bytes())));
        return Uni.createFrom()
                .item(Changes.of(
                                List.of(store.insert(actor.tenant(), command, actor.id(), clock.instant())),
                                entry,
                                List.of(),
                                command::told)
                        .making(command.id()));
    }
}
