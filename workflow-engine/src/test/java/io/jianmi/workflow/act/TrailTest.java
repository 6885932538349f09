package io.jianmi.workflow.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.workflow.act.Trail.Status;
import io.jianmi.workflow.act.Trail.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trail is written {@code node=outcome}, straight back with {@code /node}; an open visit has no outcome. */
class TrailTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // node | trail | before it
                "a | a | -",
                "b | a=approve b | a",
                "c | a=approve b=approve c | a b",
                // c returned to a, which walks again: what lay between does not count until it is passed again
                "a | a=approve b=approve c=return a | -",
                "b | a=approve b=approve c=return a=approve b | a",
                "c | a=approve b=approve c=return a=approve b=approve c | a b",
                // straight back: the way stays as it was
                "a | a=approve b=approve c=return/c a/c | -",
                "c | a=approve b=approve c=return/c a=approve/c c | a b",
                // returned to the start and submitted anew
                "a | a=approve b=return start=approve a | -",
                "b | a=approve b=return start=approve a=approve b | a",
                "b | a=approve b=return/b start=approve/b b | a",
                // taken back: what it had led to never was
                "a | a b=takeBack | -",
                "b | a=approve b=takeBack b | a",
                // a rejection that takes an edge is no passing
                "c | a=approve b=reject c | a",
            })
    void whatLiesBeforeANode(String node, String trail, String before) {
        assertThat(trail(trail).before(node, "start", (one, other) -> false))
                .isEqualTo(before == null ? List.of() : Arrays.asList(before.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a | a | -",
                "a=approve b | b | a",
                "a=approve b=approve c | c | b",
                "a b=takeBack | a | -",
                "x=approve a b=takeBack | a | x",
                "a=approve b=takeBack b | b | a"
            })
    void theNewestVisitAndTheOneItCameFrom(String trail, String newest, String origin) {
        assertThat(trail(trail).newest().map(Visit::node)).hasValue(newest.strip());
        assertThat(trail(trail).origin((one, other) -> false).map(Visit::node).orElse(null))
                .isEqualTo(origin);
    }

    private static Trail trail(String text) {
        return new Trail(
                Stream.of(text.strip().split(" ")).map(TrailTest::visit).toList());
    }

    private static Visit visit(String text) {
        String[] back = text.split("/");
        String[] parts = back[0].split("=");
        return new Visit(
                UUID.randomUUID(),
                parts[0],
                parts.length > 1 ? Status.LEFT : Status.OPEN,
                parts.length > 1 ? parts[1] : null,
                back.length > 1 ? back[1] : null,
                0,
                "i/p");
    }
}
