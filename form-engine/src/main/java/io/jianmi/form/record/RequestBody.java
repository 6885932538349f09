package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the outer shape of a request body; what is wrong becomes findings. */
final class RequestBody {

    private RequestBody() {}

    static JsonNode object(@Nullable JsonNode body, List<Finding> findings) {
        if (body == null || !body.isObject()) {
            findings.add(Finding.error("request.type", "", Map.of("expected", "object")));
            return Json.NODES.objectNode();
        }
        return body;
    }

    static ObjectNode data(JsonNode body, String key, String pointer, List<Finding> findings) {
        JsonNode data = body.path(key);
        if (data instanceof ObjectNode object) {
            return object;
        }
        findings.add(Finding.error("request.type", pointer, Map.of("expected", "object")));
        return Json.NODES.objectNode();
    }

    static boolean flag(@Nullable JsonNode body, String key, boolean otherwise, List<Finding> findings) {
        JsonNode flag = body == null ? Json.NODES.missingNode() : body.path(key);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            findings.add(Finding.error("request.type", Pointer.child("", key), Map.of("expected", "boolean")));
        }
        return flag.isBoolean() ? flag.booleanValue() : otherwise;
    }

    static void only(@Nullable JsonNode body, List<Finding> findings, String... keys) {
        if (body == null) {
            return;
        }
        Set<String> known = Set.of(keys);
        body.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                findings.add(Finding.error("request.unknown-property", Pointer.child("", key)));
            }
        });
    }

    static void refuse(List<Finding> findings) {
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(RecordProblem.VALIDATION, findings);
        }
    }
}
