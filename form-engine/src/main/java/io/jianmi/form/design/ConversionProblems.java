package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why a conversion failed, as a job keeps it for whoever asks later. */
final class ConversionProblems {

    private ConversionProblems() {}

    static String write(ProblemException problem) {
        ObjectNode json = Json.NODES.objectNode().put("code", problem.type().code());
        ArrayNode findings = json.putArray("findings");
        problem.findings()
                .forEach(finding -> findings.addObject()
                        .put("severity", finding.severity().toString())
                        .put("code", finding.code())
                        .put("pointer", finding.pointer())
                        .set("params", Json.MAPPER.valueToTree(finding.params())));
        return Json.write(json);
    }

    static ProblemException read(String written) {
        JsonNode json = Json.parse(written);
        ProblemType type = Arrays.stream(DesignProblem.values())
                .filter(known -> known.code().equals(json.path("code").asText()))
                .map(ProblemType.class::cast)
                .findFirst()
                .orElse(CommonProblem.INTERNAL);
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : json.path("findings")) {
            Map<String, Object> params = new HashMap<>();
            finding.path("params")
                    .properties()
                    .forEach(param -> params.put(
                            param.getKey(),
                            param.getValue().isNumber()
                                    ? param.getValue().asLong()
                                    : param.getValue().asText()));
            String code = finding.path("code").asText();
            String pointer = finding.path("pointer").asText();
            findings.add(
                    finding.path("severity").asText().equals("error")
                            ? Finding.error(code, pointer, params)
                            : Finding.warning(code, pointer, params));
        }
        return ProblemException.of(type, findings);
    }
}
