package io.jianmi.form.access;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Under which terms somebody opens some fields of one record for one purpose: of each field the best that he is offered, of all
 * fields the strictest. Pure.
 *
 * @param minutes how long it lasts
 * @param perHour most records in an hour, empty for the usual
 * @param perDay most records in a day, empty for the usual
 * @param stepUp whether a fresh second factor is asked
 * @param approvers empty when nobody need agree; else roles of which each may agree to all of the fields, which may be none
 * @param task the task through which it is opened; empty when by right of groups alone
 */
public record RevealChoice(
        int minutes,
        OptionalInt perHour,
        OptionalInt perDay,
        boolean stepUp,
        Optional<Set<String>> approvers,
        Optional<UUID> task) {

    /**
     * Terms, and whence.
     *
     * @param task empty for those of a group
     */
    public record Offer(RevealTerms terms, Optional<UUID> task) {

        private boolean asks() {
            return !terms.approvedBy().isEmpty();
        }

        private boolean usable(Optional<UUID> through, boolean own) {
            return task.isEmpty() ? own : task.equals(through);
        }
    }

    /**
     * Which offers count.
     *
     * @param own those of groups
     * @param task those of this task
     */
    public record Source(boolean own, Optional<UUID> task) {}

    /**
     * @param offers for the purpose, of each field; a field with none cannot be opened for it
     * @param sources each alone; the best counts
     * @param strong whether he has just proved himself by a second factor
     */
    public static Optional<RevealChoice> of(List<List<Offer>> offers, List<Source> sources, boolean strong) {
        return sources.stream()
                .flatMap(source -> of(offers, source, strong).stream())
                .min(Comparator.<RevealChoice, Boolean>comparing(
                                choice -> choice.approvers().isPresent())
                        .thenComparing(choice -> choice.stepUp() && !strong)
                        .thenComparing(choice -> -choice.minutes())
                        .thenComparing(choice -> choice.task().isPresent()));
    }

    private static Optional<RevealChoice> of(List<List<Offer>> offers, Source source, boolean strong) {
        List<Offer> chosen = offers.stream()
                .flatMap(
                        field -> field.stream()
                                .filter(offer -> offer.usable(source.task(), source.own()))
                                .min(order(strong))
                                .stream())
                .toList();
        return chosen.isEmpty() || chosen.size() < offers.size() ? Optional.empty() : Optional.of(strictest(chosen));
    }

    /** Best first: what can be had at once, then what lasts longest, then what does not end with a task. */
    private static Comparator<Offer> order(boolean strong) {
        return Comparator.comparing(Offer::asks)
                .thenComparing(offer -> offer.terms().stepUp().isPresent() && !strong)
                .thenComparing(offer -> -offer.terms().minutes())
                .thenComparing(offer -> offer.task().isPresent());
    }

    private static RevealChoice strictest(List<Offer> chosen) {
        return new RevealChoice(
                chosen.stream().mapToInt(offer -> offer.terms().minutes()).min().orElseThrow(),
                least(chosen, RevealTerms::perHour),
                least(chosen, RevealTerms::perDay),
                chosen.stream().anyMatch(offer -> offer.terms().stepUp().isPresent()),
                chosen.stream()
                        .filter(Offer::asks)
                        .map(offer -> offer.terms().approvedBy())
                        .reduce(RevealChoice::both),
                chosen.stream().flatMap(offer -> offer.task().stream()).findFirst());
    }

    private static OptionalInt least(List<Offer> chosen, Function<RevealTerms, OptionalInt> limit) {
        Stream<OptionalInt> limits = chosen.stream().map(offer -> limit.apply(offer.terms()));
        return limits.flatMapToInt(one -> one.isPresent() ? IntStream.of(one.getAsInt()) : IntStream.empty())
                .min();
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
