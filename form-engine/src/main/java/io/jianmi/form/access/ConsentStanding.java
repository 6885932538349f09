package io.jianmi.form.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said last about each purpose that she was asked about, wherever it was said.
 *
 * @param given purposes that she agrees to
 * @param denied those that she has refused or taken back
 */
public record ConsentStanding(Set<String> given, Set<String> denied) {

    private static final char GIVEN = '+';
    private static final char DENIED = '-';

    public ConsentStanding {
        given = Set.copyOf(given);
        denied = Set.copyOf(denied);
    }

    /**
     * @param said purposes, each behind a {@code +} or a {@code -}
     * @throws RuntimeException when that is not what stands there
     */
    static ConsentStanding parse(String @Nullable [] said) {
        if (said == null) {
            throw new IllegalArgumentException("nothing was told");
        }
        Set<String> given = new HashSet<>();
        Set<String> denied = new HashSet<>();
        for (String one : said) {
            switch (one.charAt(0)) {
                case GIVEN -> given.add(one.substring(1));
                case DENIED -> denied.add(one.substring(1));
                default -> throw new IllegalArgumentException("no standing of a consent");
            }
        }
        return new ConsentStanding(given, denied);
    }

    /** Whether all that was said is agreement. */
    static boolean untroubled(String[] said) {
        return Arrays.stream(said).allMatch(one -> !one.isEmpty() && one.charAt(0) == GIVEN);
    }

    /** Whether a consent is taken back: one of its purposes was, and she agrees to none of the others. */
    boolean withdrawn(Set<String> purposes) {
        return purposes.isEmpty()
                ? given.isEmpty() && !denied.isEmpty()
                : purposes.stream().noneMatch(given::contains)
                        && purposes.stream().anyMatch(denied::contains);
    }
}
