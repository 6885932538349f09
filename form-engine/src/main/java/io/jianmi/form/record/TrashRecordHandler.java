package io.jianmi.form.record;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out {@link TrashRecord}. */
@Singleton
final class TrashRecordHandler implements CommandHandler<TrashRecord, List<Sealed>, List<Visible>> {

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
    public Uni<List<Visible>> load(TrashRecord command, Actor actor) {
        return reader.all(actor, command.form(), command.targets(), Map.of(), action(command));
    }

    private static RecordAction action(TrashRecord command) {
        return command.restore() ? RecordAction.RESTORE : RecordAction.DELETE;
    }

    @Override
    public Permit authorize(TrashRecord command, List<Visible> loaded, Actor actor) {
        return new Permit(
                command.targets().refusal(i -> refusal(command, i, loaded.get(i))),
                command.form().policy());
    }

    private static Optional<ProblemException> refusal(TrashRecord command, int which, Visible visible) {
        if (!visible.access().allows(action(command))) {
            return Optional.of(RecordProblem.refused(action(command)));
        }
        if (visible.flow().running()) {
            return Optional.of(ProblemException.of(RecordProblem.IN_WORKFLOW));
        }
        if (command.restore() != visible.row().trashed()) {
            return Optional.of(
                    command.restore()
                            ? ProblemException.of(RecordProblem.NOT_TRASHED)
                            : command.targets().stale());
        }
        return command.targets().stale(which, visible.row());
    }

    @Override
    public Uni<Changes<List<Sealed>>> decide(TrashRecord command, List<Visible> loaded, Actor actor) {
        CompiledForm form = command.form();
        Instant deletedAt = command.restore() ? null : clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<StoredRecord> rows = loaded.stream().map(Visible::row).toList();
        return revision.open(actor.tenant(), form, rows)
                .chain(opened -> revision.next(
                                actor, form, steps(command, opened, deletedAt), command.restore() ? "restore" : "trash")
                        .invoke(next -> hold(command, loaded, actor, opened, next)))
                .map(next -> changes(command, next));
    }

    private static List<RecordRevision.Step> steps(
            TrashRecord command, List<RecordRevision.Opened> opened, @Nullable Instant deletedAt) {
        List<RecordRevision.Step> steps = new ArrayList<>(opened.size());
        for (int i = 0; i < opened.size(); i++) {
            RecordRevision.Opened one = opened.get(i);
            RecordDraft draft = RecordDraft.unchanged(one.values());
            steps.add(new RecordRevision.Step(
                    one, draft, one.row().status(), deletedAt, command.targets().pointer(i)));
        }
        return steps;
    }

    private static void hold(
            TrashRecord command,
            List<Visible> loaded,
            Actor actor,
            List<RecordRevision.Opened> opened,
            RecordRevision.Next next) {
        command.targets()
                .refuse(i -> WriteScopes.narrowed(
                                command.form(),
                                actor,
                                next.ready().get(i).row(),
                                opened.get(i).values())
                        .filter(grants -> !loaded.get(i).under(grants).access().allows(action(command)))
                        .map(grants -> ProblemException.of(RecordProblem.OUTSIDE_WRITE_SCOPE)));
    }

    private static Changes<List<Sealed>> changes(TrashRecord command, RecordRevision.Next next) {
        List<Write> writes = new ArrayList<>(next.writes());
        writes.addAll(command.along().apply(next.ready()));
        List<AuditDraft> audit = next.ready().stream()
                .map(ready -> AuditDraft.of(
                                command.action(),
                                command.form().object(ready.row().id()))
                        .with(Map.of("version", ready.row().version(), "digest", ready.digest())))
                .toList();
        return new Changes<>(writes, audit, List.of(), next::ready);
    }

    /** A lost race is decided anew: by then it is the wrong version, or it does not matter. */
    @Override
    public int tries() {
        return RecordTargets.TRIES;
    }

    @Override
    public Uni<ProblemException> conflict(TrashRecord command, List<Visible> loaded, Actor actor, String index) {
        return conflicts.explain(
                command.form(), actor, index, "", command.targets().size());
    }
}
