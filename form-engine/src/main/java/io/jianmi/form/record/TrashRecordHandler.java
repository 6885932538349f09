package io.jianmi.form.record;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.RecordAction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Carries out {@link TrashRecord}. */
@Singleton
final class TrashRecordHandler implements CommandHandler<TrashRecord, Integer, Visible> {

    private final RecordReader reader;
    private final RecordRevision revision;
    private final RecordConflicts conflicts;
    private final InstantSource clock;

    TrashRecordHandler(RecordReader reader, RecordRevision revision, RecordConflicts conflicts, InstantSource clock) {
        this.reader = reader;
        this.revision = revision;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    @Override
    public Uni<Visible> load(TrashRecord command, Actor actor) {
        return reader.intact(actor, command.form(), command.id(), action(command));
    }

    private static RecordAction action(TrashRecord command) {
        return command.restore() ? RecordAction.RESTORE : RecordAction.DELETE;
    }

    @Override
    public Permit authorize(TrashRecord command, Visible visible, Actor actor) {
        String policy = command.form().policy();
        if (!visible.access().allows(action(command))) {
            return Permit.refuse(RecordProblem.refused(action(command)), policy);
        }
        if (visible.flow().running()) {
            return Permit.refuse(ProblemException.of(RecordProblem.IN_WORKFLOW), policy);
        }
        if (command.restore() != visible.row().trashed()) {
            return Permit.refuse(
                    ProblemException.of(command.restore() ? RecordProblem.NOT_TRASHED : RecordProblem.STALE_VERSION),
                    policy);
        }
        if (command.version() >= 0 && command.version() != visible.row().version()) {
            return Permit.refuse(ProblemException.of(RecordProblem.STALE_VERSION), policy);
        }
        return Permit.allow(policy);
    }

    @Override
    public Uni<Changes<Integer>> decide(TrashRecord command, Visible visible, Actor actor) {
        return revision.open(actor.tenant(), command.form(), visible.row())
                .chain(opened -> revision.next(
                                actor,
                                command.form(),
                                opened,
                                new RecordDraft(opened.values(), Set.of()),
                                visible.row().status(),
                                command.restore() ? null : clock.instant().truncatedTo(ChronoUnit.MICROS),
                                command.restore() ? "restore" : "trash")
                        .invoke(next -> WriteScopes.narrowed(
                                        command.form(), actor, next.ready().row(), opened.values())
                                .filter(grants ->
                                        !visible.under(grants).access().allows(action(command)))
                                .ifPresent(grants -> {
                                    throw ProblemException.of(RecordProblem.OUTSIDE_WRITE_SCOPE);
                                })))
                .map(next -> Changes.of(
                        Stream.concat(next.writes().stream(), command.along().stream())
                                .toList(),
                        AuditDraft.of(command.action(), command.target())
                                .with(Map.of(
                                        "version",
                                        next.ready().row().version(),
                                        "digest",
                                        next.ready().digest())),
                        List.of(),
                        () -> next.ready().row().version()));
    }

    @Override
    public Uni<ProblemException> conflict(TrashRecord command, Visible visible, Actor actor, String index) {
        return conflicts.explain(command.form(), actor, index, "", 1);
    }
}
