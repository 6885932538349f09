package io.jianmi.form.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.form.access.RevealChoice.Offer;
import io.jianmi.form.access.RevealChoice.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An offer is written {@code minutes [mfa] [by:role+role] [task]}; several by {@code /}; fields by {@code ;}. */
class RevealChoiceTest {

    private static final UUID TASK = new UUID(0, 7);
    private static final Source GROUPS = new Source(true, Optional.empty());
    private static final Source WITH_TASK = new Source(true, Optional.of(TASK));
    private static final Source TASK_ALONE = new Source(false, Optional.of(TASK));

    @ParameterizedTest(name = "{0}, strong {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            5                         | false | 5
            5 / 10                    | false | 10
            10 / 30 by:risk           | false | 10
            30 by:risk                | false | 30 by:risk
            10 mfa / 5                | false | 5
            10 mfa / 5                | true  | 10 mfa
            10 mfa                    | false | 10 mfa
            10 task / 5               | false | 10 task
            10 task / 10              | false | 10
            10 task / 30 by:risk      | false | 10 task
            5 ; 10 mfa                | true  | 5 mfa
            5 ; 10 by:risk            | false | 5 by:risk
            5 by:risk+hr ; 9 by:hr+it | false | 5 by:hr
            5 by:risk ; 9 by:hr       | false | 5 by:
            5 task ; 9                | false | 5 task
            5 ;                       | false | -
            """)
    void theBestOfEachFieldAndTheStrictestOfAll(String offers, boolean strong, String expected) {
        assertThat(text(RevealChoice.of(fields(offers), List.of(GROUPS, WITH_TASK), strong)))
                .isEqualTo(expected);
    }

    @Test
    void aSourceIsAskedForItself() {
        List<List<Offer>> both = fields("5 task / 10");

        assertThat(text(RevealChoice.of(both, List.of(TASK_ALONE), false))).isEqualTo("5 task");
        assertThat(text(RevealChoice.of(both, List.of(GROUPS), false))).isEqualTo("10");
        assertThat(RevealChoice.of(fields("5 task"), List.of(GROUPS), false)).isEmpty();
        assertThat(RevealChoice.of(fields("10"), List.of(TASK_ALONE), false)).isEmpty();
        assertThat(RevealChoice.of(List.of(), List.of(GROUPS), false)).isEmpty();
    }

    private static String text(Optional<RevealChoice> choice) {
        return choice.map(one -> one.minutes()
                        + (one.stepUp() ? " mfa" : "")
                        + one.approvers()
                                .map(roles -> " by:" + roles.stream().sorted().collect(Collectors.joining("+")))
                                .orElse("")
                        + (one.task().isPresent() ? " task" : ""))
                .orElse("-");
    }

    private static List<List<Offer>> fields(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(field -> Arrays.stream(field.split("/"))
                        .map(String::strip)
                        .filter(offer -> !offer.isEmpty())
                        .map(RevealChoiceTest::offer)
                        .toList())
                .toList();
    }

    private static Offer offer(String text) {
        List<String> words = List.of(text.split(" "));
        Set<String> roles = words.stream()
                .filter(word -> word.startsWith("by:"))
                .flatMap(word -> Arrays.stream(word.substring(3).split("\\+")))
                .collect(Collectors.toSet());
        RevealTerms terms = new RevealTerms(
                Set.of("contract"),
                Integer.parseInt(words.get(0)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                words.contains("mfa") ? Optional.of("mfa") : Optional.empty(),
                roles);
        return new Offer(terms, words.contains("task") ? Optional.of(TASK) : Optional.empty());
    }
}
