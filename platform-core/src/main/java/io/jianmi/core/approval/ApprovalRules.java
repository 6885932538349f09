package io.jianmi.core.approval;

import io.jianmi.core.approval.Approval.Status;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may do what with an approval, and when: the one table. Pure. */
public final class ApprovalRules {

    /** What becomes of an approval; {@link #USE} is done by the act that was asked for. */
    public enum Act {
        APPROVE("approve"),
        REJECT("reject"),
        WITHDRAW("withdraw"),
        USE("use");

        private final String key;

        Act(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /**
     * Somebody before an approval.
     *
     * @param roles of his, at this moment: who has lost a role decides by it no more
     * @param over whether what it was asked for is over
     */
    public record Situation(Approval approval, MemberId actor, Set<String> roles, boolean over, Instant now) {

        public Situation {
            roles = Set.copyOf(roles);
        }

        private boolean asked() {
            return approval.asker().equals(actor);
        }

        private boolean entitled() {
            return !approval.entitled(roles).isEmpty();
        }

        /** His own, one that he may decide on, or one that he has decided on. */
        boolean known() {
            Approval.Decision decision = approval.decision();
            return asked() || entitled() || decision != null && decision.by().equals(actor);
        }
    }

    private ApprovalRules() {}

    /** Why he may not do it now; empty when he may. */
    public static Optional<ApprovalProblem> refusal(Act act, Situation situation) {
        if (!situation.known()) {
            return Optional.of(ApprovalProblem.NOT_FOUND);
        }
        return switch (act) {
            case APPROVE, REJECT -> decide(situation);
            case WITHDRAW -> own(situation, Set.of(Status.PENDING, Status.APPROVED));
            case USE -> own(situation, Set.of(Status.APPROVED));
        };
    }

    /** Fails where {@link #refusal} says why. */
    public static void require(Act act, Situation situation) {
        refusal(act, situation).ifPresent(problem -> {
            throw ProblemException.of(problem);
        });
    }

    private static Optional<ApprovalProblem> decide(Situation situation) {
        if (situation.asked()) {
            return Optional.of(ApprovalProblem.OWN);
        }
        if (!situation.entitled()) {
            return Optional.of(ApprovalProblem.NOT_FOUND);
        }
        return situation.approval().status() == Status.PENDING
                ? standing(situation)
                : Optional.of(
                        situation.approval().status() == Status.WITHDRAWN
                                ? ApprovalProblem.WITHDRAWN
                                : ApprovalProblem.DECIDED);
    }

    private static Optional<ApprovalProblem> own(Situation situation, Set<Status> from) {
        if (!situation.asked()) {
            return Optional.of(ApprovalProblem.NOT_FOUND);
        }
        Status status = situation.approval().status();
        return switch (status) {
            case REJECTED -> Optional.of(ApprovalProblem.REJECTED);
            case WITHDRAWN -> Optional.of(ApprovalProblem.WITHDRAWN);
            case USED -> Optional.of(ApprovalProblem.USED);
            case PENDING, APPROVED ->
                from.contains(status) ? standing(situation) : Optional.of(ApprovalProblem.STANDING);
        };
    }

    private static Optional<ApprovalProblem> standing(Situation situation) {
        if (situation.over() || situation.approval().endedAt() != null) {
            return Optional.of(ApprovalProblem.ENDED);
        }
        return situation.now().isBefore(situation.approval().expiresAt())
                ? Optional.empty()
                : Optional.of(ApprovalProblem.LAPSED);
    }

    /** What he may do with it now. */
    static List<Act> open(Situation situation) {
        List<Act> open = new ArrayList<>();
        for (Act act : Act.values()) {
            if (refusal(act, situation).isEmpty()) {
                open.add(act);
            }
        }
        return open;
    }

    /** How it stands, in a word: pending, approved, rejected, withdrawn, used, lapsed, ended. */
    static String word(Situation situation) {
        Approval approval = situation.approval();
        boolean standing = approval.status() == Status.PENDING || approval.status() == Status.APPROVED;
        Optional<ApprovalProblem> problem = standing ? standing(situation) : Optional.empty();
        return problem.map(why -> why == ApprovalProblem.ENDED ? "ended" : "lapsed")
                .orElseGet(() -> switch (approval.status()) {
                    case PENDING -> "pending";
                    case APPROVED -> "approved";
                    case REJECTED -> "rejected";
                    case WITHDRAWN -> "withdrawn";
                    case USED -> "used";
                });
    }
}
