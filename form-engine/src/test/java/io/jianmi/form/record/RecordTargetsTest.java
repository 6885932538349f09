package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordTargetsTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private final ProblemException hidden = ProblemException.of(CommonProblem.NOT_FOUND);
    private final ProblemException running = ProblemException.of(RecordProblem.IN_WORKFLOW);

    private final RecordTargets one = RecordTargets.one(FIRST, 3);
    private final RecordTargets many = RecordTargets.many(List.of(FIRST, SECOND), Map.of(SECOND, 7));
    private final RecordTargets back = new RecordTargets(many.all(), RecordTargets.Kind.BACK);

    @Test
    void oneIsRefusedWithItsOwnProblem() {
        assertThat(one.refusal(i -> Optional.of(running))).containsSame(running);
        assertThat(one.refusal(i -> Optional.empty())).isEmpty();
    }

    @Test
    void ofManyEachInTheWayIsNamedByItsPlaceInTheCodeItWouldHaveHadAlone() {
        ProblemException refusal =
                many.refusal(i -> Optional.of(i == 0 ? running : hidden)).orElseThrow();

        assertThat(refusal.type()).isEqualTo(RecordProblem.IN_WORKFLOW);
        assertThat(refusal.findings())
                .containsExactly(
                        Finding.error("record.in-workflow", "/ids/0"), Finding.error("request.not-found", "/ids/1"));
        assertThat(many.refusal(i -> i == 1 ? Optional.of(hidden) : Optional.empty())
                        .orElseThrow()
                        .findings())
                .containsExactly(Finding.error("request.not-found", "/ids/1"));
    }

    @Test
    void aRefusalOfManyTellsWhichOfThemAreInTheWay() {
        ProblemException refusal = many.refusal(i -> i == 1 ? Optional.of(hidden) : Optional.empty())
                .orElseThrow();

        assertThat(many.named(refusal)).isEqualTo(Map.of(SECOND, "request.not-found"));
        assertThat(many.named(running)).as("nobody's place is said").isEmpty();
    }

    @Test
    void whatIsWrongWithEveryRecordIsWrongWithTheValuesAndToldOnce() {
        assertThat(many.told(List.of(
                        List.of(Finding.error("field.type", "/ids/0/amount", Map.of("expected", "number"))),
                        List.of(Finding.error("field.type", "/ids/1/amount", Map.of("expected", "number"))))))
                .containsExactly(Finding.error("field.type", "/data/amount", Map.of("expected", "number")));
    }

    @Test
    void whatIsWrongWithSomeNamesTheRecordAndTheField() {
        assertThat(many.told(List.of(
                        List.of(), List.of(Finding.error("field.required", "/ids/1/name"), Finding.error("x", "")))))
                .containsExactly(
                        Finding.error("field.required", "/ids/1", Map.of("field", "name")),
                        Finding.error("x", "/ids/1"));
    }

    @Test
    void whatIsPutBackStandsNowhereInTheRequest() {
        List<List<Finding>> each = List.of(
                List.of(Finding.error("field.required", "/ids/0/name")),
                List.of(Finding.error("field.required", "/ids/1/name")));

        assertThat(back.told(each))
                .containsExactly(
                        Finding.error("field.required", "/ids/0", Map.of("field", "name")),
                        Finding.error("field.required", "/ids/1", Map.of("field", "name")));
    }

    @Test
    void anotherVersionIsStaleWhereOneWasRead() {
        assertThat(many.all()).extracting(RecordTargets.Target::version).containsExactly(RecordTargets.ANY, 7);
        assertThat(many.stale().type()).isEqualTo(RecordProblem.STALE_VERSION);
        assertThat(back.stale().type()).isEqualTo(RecordProblem.CHANGED_SINCE_SEEN);
    }
}
