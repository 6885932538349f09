package io.jianmi.core.problem.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import java.util.List;
import java.util.Map;

/**
 * The JSON of a problem (RFC 9457 plus {@code code}, {@code params}, {@code errors}). Holds no request id: two answers
 * to things that do not exist for the caller must not differ in a byte.
 */
public final class ProblemBody {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemBody() {}

    public static String of(ProblemException problem) {
        return of(problem.type(), problem.params(), problem.findings(), problem.shown());
    }

    public static String of(ProblemType type) {
        return of(type, Map.of(), List.of(), Map.of());
    }

    /** A failure of ours: a code and the id that finds it in the log, nothing else. */
    static String internal(String traceId) {
        return head(CommonProblem.INTERNAL).put("traceId", traceId).toString();
    }

    private static String of(
            ProblemType type, Map<String, Object> params, List<Finding> findings, Map<String, Object> shown) {
        ObjectNode body = head(type);
        if (!params.isEmpty()) {
            body.set("params", Json.MAPPER.valueToTree(params));
        }
        if (!findings.isEmpty()) {
            ArrayNode errors = body.putArray("errors");
            findings.forEach(finding -> errors.add(error(finding)));
        }
        shown.forEach((key, value) -> body.set(key, Json.MAPPER.valueToTree(value)));
        return body.toString();
    }

    private static ObjectNode head(ProblemType type) {
        return Json.NODES
                .objectNode()
                .put("type", type.urn())
                .put("title", type.title())
                .put("status", type.status())
                .put("code", type.code());
    }

    private static ObjectNode error(Finding finding) {
        ObjectNode error = Json.NODES
                .objectNode()
                .put("severity", finding.severity().toString())
                .put("code", finding.code())
                .put("pointer", finding.pointer());
        if (!finding.params().isEmpty()) {
            error.set("params", Json.MAPPER.valueToTree(finding.params()));
        }
        return error;
    }
}
