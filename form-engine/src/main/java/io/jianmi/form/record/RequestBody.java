package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the outer shape of a request body; what is wrong becomes findings. */
public final class RequestBody {

    /** Records that one request may be about. */
    static final int BATCH = 1_000;

    private RequestBody() {}

    public static JsonNode object(@Nullable JsonNode body, List<Finding> findings) {
        if (body == null || !body.isObject()) {
            findings.add(Finding.error("request.type", "", Map.of("expected", "object")));
            return Json.NODES.objectNode();
        }
        return body;
    }

    /** The object under a key; else a finding, and an empty one. */
    public static ObjectNode data(JsonNode body, String key, String pointer, List<Finding> findings) {
        JsonNode data = body.path(key);
        if (data instanceof ObjectNode object) {
            return object;
        }
        findings.add(Finding.error("request.type", pointer, Map.of("expected", "object")));
        return Json.NODES.objectNode();
    }

    /** Ids of 1 to {@link #BATCH} records, each once. */
    public static List<UUID> ids(JsonNode body, List<Finding> findings) {
        JsonNode sent = body.path("ids");
        if (!sent.isArray() || sent.isEmpty() || sent.size() > BATCH) {
            findings.add(Finding.error("request.batch-size", "/ids"));
            return List.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String pointer = Pointer.child("/ids", i);
            Optional<UUID> id = Ids.parse(sent.get(i).asText());
            if (id.isEmpty()) {
                findings.add(Finding.error("request.type", pointer, Map.of("expected", "uuid")));
            } else if (!ids.add(id.get())) {
                findings.add(Finding.error("request.duplicate", pointer));
            }
        }
        return List.copyOf(ids);
    }

    /** Versions by id, for some of these ids. */
    static Map<UUID, Integer> versions(JsonNode body, List<UUID> ids, List<Finding> findings) {
        JsonNode sent = body.path("versions");
        if (!sent.isMissingNode() && !sent.isObject()) {
            findings.add(Finding.error("request.type", "/versions", Map.of("expected", "object")));
        }
        Map<UUID, Integer> versions = new HashMap<>();
        sent.properties().forEach(entry -> {
            String pointer = Pointer.child("/versions", entry.getKey());
            Optional<UUID> id = Ids.parse(entry.getKey()).filter(ids::contains);
            if (id.isEmpty()) {
                findings.add(Finding.error("request.unknown-property", pointer));
            } else if (!entry.getValue().isInt() || entry.getValue().intValue() < 1) {
                findings.add(Finding.error("request.type", pointer, Map.of("expected", "version")));
            } else {
                versions.put(id.get(), entry.getValue().intValue());
            }
        });
        return versions;
    }

    public static boolean flag(@Nullable JsonNode body, String key, boolean otherwise, List<Finding> findings) {
        JsonNode flag = body == null ? Json.NODES.missingNode() : body.path(key);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            findings.add(Finding.error("request.type", Pointer.child("", key), Map.of("expected", "boolean")));
        }
        return flag.isBoolean() ? flag.booleanValue() : otherwise;
    }

    /** One word or a list of them. */
    public static List<String> words(@Nullable JsonNode body, String key, List<Finding> findings) {
        if (body == null) {
            return List.of();
        }
        JsonNode sent = body.path(key);
        if (!sent.isArray()) {
            if (body.hasNonNull(key) && !sent.isTextual()) {
                findings.add(Finding.error("request.type", Pointer.child("", key), Map.of("expected", "string")));
            }
            return word(sent).stream().toList();
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Optional<String> word = word(sent.get(i));
            word.ifPresent(words::add);
            if (word.isEmpty()) {
                findings.add(Finding.error(
                        "request.type", Pointer.child(Pointer.child("", key), i), Map.of("expected", "string")));
            }
        }
        return List.copyOf(words);
    }

    /** A text that says something. */
    public static Optional<String> word(JsonNode sent) {
        return sent.isTextual()
                ? Optional.of(sent.textValue().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    public static void only(@Nullable JsonNode body, List<Finding> findings, String... keys) {
        only(body, "", findings, keys);
    }

    /** @param pointer where the object stands */
    static void only(@Nullable JsonNode body, String pointer, List<Finding> findings, String... keys) {
        if (body == null) {
            return;
        }
        Set<String> known = Set.of(keys);
        body.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                findings.add(Finding.error("request.unknown-property", Pointer.child(pointer, key)));
            }
        });
    }

    public static void refuse(List<Finding> findings) {
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(RecordProblem.VALIDATION, findings);
        }
    }

    /** The id in an address; what is no id names nothing. */
    public static UUID recordId(String text) {
        return Ids.parse(text).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }
}
