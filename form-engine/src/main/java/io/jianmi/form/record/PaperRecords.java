package io.jianmi.form.record;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Records on their way to paper: the one decision, taken where it always is, on what of them may leave so. */
@Singleton
public final class PaperRecords {

    private final RecordReader reader;
    private final RecordAnswers answers;
    private final ReadLog reads;

    PaperRecords(RecordReader reader, RecordAnswers answers, ReadLog reads) {
        this.reader = reader;
        this.answers = answers;
        this.reads = reads;
    }

    /**
     * One record. Missing and out of sight both fail with the same 404; who sees it and may not print it is refused with
     * {@code record.action-refused}. Either leaves its entry.
     */
    public Uni<List<PaperRecord>> one(Actor actor, CompiledForm form, UUID id) {
        return decided(actor, form, RecordTargets.one(id, RecordTargets.ANY));
    }

    /** Several, all or none; what stands in the way is told by its place in {@code /ids}. */
    public Uni<List<PaperRecord>> all(Actor actor, CompiledForm form, List<UUID> ids) {
        return decided(actor, form, RecordTargets.many(ids, Map.of()));
    }

    private Uni<List<PaperRecord>> decided(Actor actor, CompiledForm form, RecordTargets targets) {
        Grants grants = form.access().matching(actor);
        return reads.noting(
                actor,
                AuditDraft.of("record.print", targets.object(form)).under(form.policy()),
                reader.all(actor, form, targets, Map.of(), RecordAction.READ)
                        .map(seen -> leaving(targets, grants, seen))
                        .chain(leaving -> answers.onPaper(actor, leaving)));
    }

    private static List<Visible> leaving(RecordTargets targets, Grants grants, List<Visible> seen) {
        List<Visible> leaving = seen.stream()
                .map(visible -> visible.during(RecordAction.PRINT, grants))
                .toList();
        targets.refuse(i -> leaving.get(i).access().visible()
                ? Optional.<ProblemException>empty()
                : Optional.of(RecordProblem.refused(RecordAction.PRINT)));
        return leaving;
    }

    /** Completes when it is under a signed tree head who takes these along: only then may they leave. */
    public Uni<Void> noted(Actor actor, List<PaperRecord> records) {
        return reads.before(actor, records.stream().map(PaperRecord::entry).toList());
    }
}
