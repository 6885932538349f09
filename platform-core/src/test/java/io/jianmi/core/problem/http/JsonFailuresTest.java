package io.jianmi.core.problem.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonFailuresTest {

    record Order(int count, List<Integer> sizes) {}

    @Test
    void brokenTextIsMalformed() {
        assertThat(refusal("{\"count\": secret}", JsonNode.class).type()).isEqualTo(CommonProblem.MALFORMED_JSON);
    }

    @Test
    void aKeyNamedTwiceIsADuplicate() {
        assertThat(refusal("{\"a\": 1, \"a\": 2}", JsonNode.class).type()).isEqualTo(CommonProblem.DUPLICATE_KEY);
        assertThat(refusal("{\"count\": 1, \"count\": 2}", Order.class).type()).isEqualTo(CommonProblem.DUPLICATE_KEY);
    }

    @Test
    void nestingBeyondTheBoundIsTooDeep() {
        assertThat(refusal("[".repeat(Json.MAX_DEPTH + 1), JsonNode.class).type())
                .isEqualTo(CommonProblem.TOO_DEEP);
    }

    @Test
    void aTextBeyondTheBoundIsTooLarge() {
        assertThat(refusal("[\"" + "x".repeat((1 << 20) + 1) + "\"]", JsonNode.class)
                        .type())
                .isEqualTo(CommonProblem.TOO_LARGE);
    }

    @Test
    void aWrongTypeIsPointedAt() {
        assertThat(refusal("{\"sizes\": [1, {\"x\": 2}]}", Order.class).findings())
                .containsExactly(Finding.error("request.wrong-type", "/sizes/1"));
    }

    @Test
    void anUnknownKeyIsPointedAt() {
        assertThat(refusal("{\"colour\": 1}", Order.class).findings())
                .containsExactly(Finding.error("request.unknown-key", "/colour"));
    }

    @Test
    void noValueReachesTheBody() {
        assertThat(ProblemBody.of(refusal("{\"count\": \"13812345678\"}", Order.class), Optional.empty()))
                .doesNotContain("13812345678");
    }

    @Test
    void aBodySaysWhatOnlyTheKindOfProblemSaysAndTheRequest() {
        assertThat(Json.parse(ProblemBody.of(CommonProblem.CSRF, Optional.of("0192f0c4")))
                        .properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("type", "title", "status", "code", "detail", "instance");
    }

    @Test
    void whatIsMissingAndWhatIsNotYoursAreTheSameBytes() {
        assertThat(ProblemBody.of(CommonProblem.NOT_FOUND, Optional.of("0192f0c4")))
                .isEqualTo(ProblemBody.of(CommonProblem.NOT_FOUND, Optional.of("0192f0c5")));
    }

    @Test
    void theDetailSaysTheParametersAndHowMuchIsWrong() {
        ProblemException limit =
                ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "limit", "max", 200));
        ProblemException findings =
                ProblemException.of(CommonProblem.MALFORMED_JSON, List.of(Finding.error("request.wrong-type", "/a")));

        assertThat(Json.parse(ProblemBody.of(limit, Optional.empty()))
                        .path("detail")
                        .asText())
                .isEqualTo(CommonProblem.INVALID_PARAMETER.title() + " max: 200. parameter: \"limit\".");
        assertThat(Json.parse(ProblemBody.of(findings, Optional.empty()))
                        .path("detail")
                        .asText())
                .isEqualTo(CommonProblem.MALFORMED_JSON.title() + " 1 finding.");
    }

    private static ProblemException refusal(String text, Class<?> type) {
        try {
            Json.MAPPER.readValue(text, type);
            throw new AssertionError("accepted");
        } catch (JsonProcessingException e) {
            return JsonFailures.problem(e);
        }
    }
}
