package io.jianmi.workflow.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A hop that failed for good.
 *
 * @param id of the message that was not handled
 * @param code of the problem that it ended with; {@code internal} when it was none
 * @param since when the engine gave up
 * @param retries how often it was tried
 */
public record Incident(long id, String code, Instant since, int retries) {

    /** SQL: what {@link #of} reads, of a row of the outbox that is called {@code o}. */
    public static final String JSON =
            "json_build_array(o.id, o.failure, extract(epoch from o.parked_at)::bigint, o.attempts)";

    /** SQL, to be formatted: whether {@code o} is an incident of a workflow. */
    public static final String PARKED = "o.parked_at is not null and o.topic like 'workflow.%%'";

    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    /** Names of classes mean nothing to whoever reads this, and may tell an attacker something. */
    static String code(String failure) {
        return Optional.of(failure).filter(text -> CODE.matcher(text).matches()).orElse(CommonProblem.INTERNAL.code());
    }

    /** Of what {@link #JSON} has selected. */
    public static Incident of(JsonNode row) {
        return new Incident(
                row.path(0).asLong(),
                code(row.path(1).asText("")),
                Instant.ofEpochSecond(row.path(2).asLong()),
                row.path(3).asInt());
    }

    /** As everybody may know it who knows of the record. */
    public ObjectNode shown() {
        return Json.NODES
                .objectNode()
                .put("code", code)
                .put("since", since.toString())
                .put("retries", retries);
    }
}
