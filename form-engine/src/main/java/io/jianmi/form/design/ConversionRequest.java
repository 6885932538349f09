package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a designer says of the values of fields whose type changes:
 * {@code {"conversions": [{"field": "amount", "onFailure": "refuse" | "keep-empty"}]}}.
 *
 * @param fields keys of the fields whose values are to be converted
 * @param leaving those of them of which what cannot be converted becomes empty and is kept beside
 */
record ConversionRequest(Set<String> fields, Set<String> leaving) {

    private static final Set<String> WAYS = Set.of("refuse", "keep-empty");

    static final ConversionRequest NONE = new ConversionRequest(Set.of(), Set.of());

    ConversionRequest {
        fields = Set.copyOf(fields);
        leaving = Set.copyOf(leaving);
    }

    /** @throws ProblemException {@code form.definition-invalid} with {@code conversion.shape} where it says something else */
    static ConversionRequest read(JsonNode body) {
        JsonNode asked = body.path("conversions");
        List<Finding> findings = new ArrayList<>();
        Map<String, Boolean> fields = new HashMap<>();
        if (!asked.isMissingNode() && !asked.isArray()) {
            findings.add(Finding.error("conversion.shape", "/conversions"));
        }
        for (int i = 0; i < asked.size(); i++) {
            JsonNode field = asked.get(i).path("field");
            String way = asked.get(i).path("onFailure").asText("refuse");
            if (!field.isTextual() || !WAYS.contains(way)) {
                findings.add(Finding.error("conversion.shape", "/conversions/" + i));
            } else {
                fields.put(field.textValue(), !way.equals("refuse"));
            }
        }
        if (!findings.isEmpty()) {
            throw ProblemException.of(DesignProblem.FORM_INVALID, findings);
        }
        Set<String> leaving = new HashSet<>(fields.keySet());
        leaving.removeIf(field -> !fields.getOrDefault(field, false));
        return new ConversionRequest(fields.keySet(), leaving);
    }
}
