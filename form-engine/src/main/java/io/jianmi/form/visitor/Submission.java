package io.jianmi.form.visitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.record.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sends.
 *
 * @param version of the form that he has seen, its notice among it
 * @param noticed whether he says that he has read the notice
 * @param captcha the answer to the challenge
 * @param baited whether a box is filled in that people do not see
 */
record Submission(
        int version, boolean noticed, ObjectNode data, JsonNode captcha, boolean baited, Optional<String> idempotency) {

    /** Throws with findings for what has not this shape. */
    static Submission read(@Nullable JsonNode body, @Nullable String idempotency) {
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = RequestBody.object(body, findings);
        RequestBody.only(sent, findings, "version", "noticed", "data", "captcha", "website");
        if (!sent.path("version").isInt()) {
            findings.add(Finding.error("request.type", "/version", Map.of("expected", "version")));
        }
        ObjectNode data = RequestBody.data(sent, "data", "/data", findings);
        boolean noticed = RequestBody.flag(sent, "noticed", false, findings);
        RequestBody.refuse(findings);
        return new Submission(
                sent.path("version").intValue(),
                noticed,
                data,
                sent.path("captcha"),
                !sent.path("website").asText().isEmpty(),
                Optional.ofNullable(idempotency));
    }
}
