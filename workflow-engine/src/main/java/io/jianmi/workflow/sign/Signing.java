package io.jianmi.workflow.sign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Signers of one step at one moment: what they amount to, and whose turn it is. Pure and total. */
public final class Signing {

    private final SignRule rule;
    private final Collection<List<Signer>> seats;

    private Signing(SignRule rule, Collection<List<Signer>> seats) {
        this.rule = rule;
        this.seats = seats;
    }

    /** @param signers those whose signature counts: neither transferred nor removed ones */
    public static Signing of(SignRule rule, List<Signer> signers) {
        List<Signer> sorted = new ArrayList<>(signers);
        sorted.sort(Comparator.comparingInt(Signer::turn).thenComparingDouble(Signer::rank));
        Map<UUID, List<Signer>> seats = new LinkedHashMap<>();
        sorted.forEach(signer ->
                seats.computeIfAbsent(signer.seat(), seat -> new ArrayList<>()).add(signer));
        return new Signing(rule, List.copyOf(seats.values()));
    }

    /** {@link Verdict#PENDING} also where somebody who waits has his turn now: {@link #standing} says who. */
    public Verdict verdict() {
        Verdict verdict =
                SignPolicy.decide(rule, seats.stream().map(Signing::signature).toList());
        return verdict == Verdict.NEXT ? Verdict.PENDING : verdict;
    }

    /** Signers who can sign now; every other undecided one waits. Empty once the step is decided. */
    public Set<UUID> standing() {
        Set<UUID> standing = new HashSet<>();
        if (verdict() == Verdict.PENDING) {
            OptionalInt turn = turn();
            seats.stream()
                    .filter(seat -> turn.isEmpty() || seat.get(0).turn() == turn.getAsInt())
                    .forEach(seat -> stage(seat).forEach(signer -> standing.add(signer.id())));
        }
        return standing;
    }

    /** The first turn that somebody still has to sign in; empty when all may sign at once. */
    private OptionalInt turn() {
        return rule.mode() == SignMode.SEQUENTIAL
                ? seats.stream()
                        .filter(seat -> signature(seat).undecided())
                        .mapToInt(seat -> seat.get(0).turn())
                        .min()
                : OptionalInt.empty();
    }

    /** The undecided signers of the first rank that has any; none once one of the seat has rejected. */
    private static List<Signer> stage(List<Signer> seat) {
        Optional<Signer> first = signature(seat).undecided()
                ? seat.stream().filter(Signer::undecided).findFirst()
                : Optional.empty();
        return first.map(next -> seat.stream()
                        .filter(signer -> signer.undecided() && signer.rank() == next.rank())
                        .toList())
                .orElse(List.of());
    }

    /** A seat rejects with its first rejection and approves when nobody of it is missing. */
    private static Signature signature(List<Signer> seat) {
        if (has(seat, Signature.REJECTED)) {
            return Signature.REJECTED;
        }
        if (seat.stream().noneMatch(Signer::undecided)) {
            return Signature.APPROVED;
        }
        return has(seat, Signature.OPEN) ? Signature.OPEN : Signature.WAITING;
    }

    private static boolean has(List<Signer> seat, Signature signature) {
        return seat.stream().anyMatch(signer -> signer.signature() == signature);
    }

    /** A rank just before another one in its seat: behind whoever already stands before it. */
    public static double before(double rank, Collection<Double> ranks) {
        return ranks.stream()
                .filter(other -> other < rank)
                .max(Double::compare)
                .map(other -> (other + rank) / 2)
                .orElse(rank - 1);
    }

    /** A rank just after another one in its seat: ahead of whoever already stands after it. */
    public static double after(double rank, Collection<Double> ranks) {
        return ranks.stream()
                .filter(other -> other > rank)
                .min(Double::compare)
                .map(other -> (other + rank) / 2)
                .orElse(rank + 1);
    }
}
