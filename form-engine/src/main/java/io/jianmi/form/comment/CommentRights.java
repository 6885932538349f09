package io.jianmi.form.comment;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.RecordSight.Seen;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may change a comment: its author; deleting also whoever manages the record; bringing back who deleted it, within the bin's time. */
@Singleton
final class CommentRights {

    private final BinTime bin;
    private final InstantSource clock;

    CommentRights(BinTime bin, InstantSource clock) {
        this.bin = bin;
        this.clock = clock;
    }

    /** All that he may do to it as it stands. */
    Set<ChangeComment.Kind> of(Actor actor, Seen seen, Comment comment) {
        Set<ChangeComment.Kind> may = EnumSet.noneOf(ChangeComment.Kind.class);
        for (ChangeComment.Kind kind : ChangeComment.Kind.values()) {
            if (refusal(actor, seen, comment, kind).isEmpty()) {
                may.add(kind);
            }
        }
        return may;
    }

    Optional<ProblemException> refusal(Actor actor, Seen seen, Comment comment, ChangeComment.Kind kind) {
        if (seen.trashed()) {
            return refused(CommentProblem.RECORD_TRASHED);
        }
        String me = actor.id().value();
        boolean mine = me.equals(comment.author());
        return switch (kind) {
            case EDIT ->
                !mine
                        ? refused(CommentProblem.NOT_YOURS)
                        : comment.deleted() ? refused(CommentProblem.DELETED) : Optional.empty();
            case DELETE ->
                !mine && !seen.manages()
                        ? refused(CommentProblem.NOT_YOURS)
                        : comment.deleted() ? refused(CommentProblem.DELETED) : Optional.empty();
            case RESTORE -> notRestorable(me, comment);
        };
    }

    private Optional<ProblemException> notRestorable(String me, Comment comment) {
        if (comment.deletedAt() == null) {
            return refused(CommentProblem.NOT_DELETED);
        }
        if (!me.equals(comment.deletedBy())) {
            return refused(CommentProblem.NOT_YOURS);
        }
        return comment.deletedAt().isAfter(bin.began(clock.instant()))
                ? Optional.empty()
                : refused(CommentProblem.GONE);
    }

    private static Optional<ProblemException> refused(CommentProblem problem) {
        return Optional.of(ProblemException.of(problem));
    }
}
