package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.node.TaskAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word of an act that is not understood is refused: the act would not be the one that was meant. */
class ActBodyTest {

    private static final Org NOBODY = new Org(new TenantKey("demo"), List.of(), List.of(), Set.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"seen\": \"3\"} | /seen request.type",
                "{\"seen\": 3.5} | /seen request.type",
                "{\"comment\": 5} | /comment request.type",
                "{\"data\": []} | /data request.type",
                "{\"to\": {}} | /to request.type",
                "{\"to\": [5]} | /to/0 request.type",
                "{\"position\": 1} | /position request.type",
                "{\"coment\": \"x\"} | /coment request.unknown-property",
                "[] | request.type"
            })
    void whatIsNotUnderstoodIsRefused(String body, String finding) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> read(body));

        assertThat(refused.findings())
                .extracting(found -> (found.pointer() + " " + found.code()).strip())
                .containsExactly(finding);
    }

    @Test
    void whatIsNotSaidIsNotMeant() {
        assertThat(read("null").seen()).isEmpty();
        assertThat(read("{\"seen\": null, \"comment\": null, \"data\": null}").comment())
                .isEmpty();
        assertThat(read("{\"seen\": 3}").seen()).hasValue(3);
    }

    @Test
    void aBatchThatSaysNothingSaysNothingOfItsTasks() {
        TaskBatch.Order order = TaskBatch.Order.read(
                Json.parse("{\"ids\": [\"00000000-0000-7000-8000-000000000001\"], \"action\": \"approve\"}"));

        assertThat(read(order.body()).comment()).isEmpty();
    }

    private static DecideTask read(String body) {
        return read(Json.parse(body));
    }

    private static DecideTask read(JsonNode body) {
        return ActBody.onTask(new UUID(0, 1), TaskAction.APPROVE, body, Optional.empty(), NOBODY);
    }
}
