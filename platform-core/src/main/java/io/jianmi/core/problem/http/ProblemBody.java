package io.jianmi.core.problem.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The JSON of a problem (RFC 9457 plus {@code code}, {@code params}, {@code errors}); {@code instance} is the id of the request. What
 * does not exist for the caller has none: whatever it was, the answer is the same to the byte.
 */
public final class ProblemBody {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemBody() {}

    /** @param request its {@linkplain RequestIds id} */
    public static String of(ProblemException problem, Optional<String> request) {
        ObjectNode body = head(problem.type());
        body.put("detail", detail(problem));
        if (problem.type() != CommonProblem.NOT_FOUND) {
            request.ifPresent(id -> body.put("instance", "urn:uuid:" + id));
        }
        if (!problem.params().isEmpty()) {
            body.set("params", Json.MAPPER.valueToTree(problem.params()));
        }
        if (!problem.findings().isEmpty()) {
            ArrayNode errors = body.putArray("errors");
            problem.findings().forEach(finding -> errors.add(error(finding)));
        }
        problem.shown().forEach((key, value) -> body.set(key, Json.MAPPER.valueToTree(value)));
        return body.toString();
    }

    /** @param request its {@linkplain RequestIds id} */
    public static String of(ProblemType type, Optional<String> request) {
        return of(ProblemException.of(type), request);
    }

    /** The title with what the parameters say, which are ids, keys and limits; of findings only how many there are. */
    private static String detail(ProblemException problem) {
        StringBuilder detail = new StringBuilder(problem.type().title());
        new TreeMap<>(problem.params())
                .forEach((name, value) -> detail.append(" %s: %s.".formatted(name, Json.write(value))));
        int findings = problem.findings().size();
        if (findings > 0) {
            detail.append(findings == 1 ? " 1 finding." : " %d findings.".formatted(findings));
        }
        return detail.toString();
    }

    /** A failure of ours: a code and the id that finds it in the log, nothing else. */
    static String internal(String traceId) {
        return head(CommonProblem.INTERNAL).put("traceId", traceId).toString();
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
