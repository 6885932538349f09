package io.jianmi.workflow.sign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** Decides a node by its signatures. Pure and total; signatures come in the order of assignment. */
public final class SignPolicy {

    private SignPolicy() {}

    /** The signatures with which a node opens: all at once, or only the first when they sign in turn. */
    public static List<Signature> opening(SignRule rule, int assignees) {
        return IntStream.range(0, assignees)
                .mapToObj(i -> i == 0 || rule.mode() != SignMode.SEQUENTIAL ? Signature.OPEN : Signature.WAITING)
                .toList();
    }

    /** The verdict; nobody to sign at all means approved (the shell decides beforehand whether that may be). */
    public static Verdict decide(SignRule rule, List<Signature> signatures) {
        if (signatures.isEmpty()) {
            return Verdict.APPROVED;
        }
        long approved = count(signatures, Signature.APPROVED);
        long rejected = count(signatures, Signature.REJECTED);
        return switch (rule.mode()) {
            case ANY -> any(approved, rejected);
            case ALL, SEQUENTIAL -> reach(signatures.size(), approved, rejected, signatures);
            case RATIO -> reach(needed(rule.ratio(), signatures.size()), approved, rejected, signatures);
        };
    }

    private static Verdict any(long approved, long rejected) {
        if (approved > 0) {
            return Verdict.APPROVED;
        }
        return rejected > 0 ? Verdict.REJECTED : Verdict.PENDING;
    }

    private static Verdict reach(long needed, long approved, long rejected, List<Signature> signatures) {
        if (approved >= needed) {
            return Verdict.APPROVED;
        }
        if (signatures.size() - rejected < needed) {
            return Verdict.REJECTED;
        }
        boolean somebodyCan = signatures.contains(Signature.OPEN);
        return somebodyCan || signatures.stream().noneMatch(Signature::undecided) ? Verdict.PENDING : Verdict.NEXT;
    }

    private static long needed(BigDecimal ratio, int all) {
        return ratio.multiply(BigDecimal.valueOf(all))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static long count(List<Signature> signatures, Signature kind) {
        return signatures.stream().filter(signature -> signature == kind).count();
    }
}
