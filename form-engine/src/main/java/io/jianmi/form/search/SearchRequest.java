package io.jianmi.form.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.record.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text 1 to 100 characters, without blanks around it
 * @param limit records of each form, views and forms at most; 1 to 20
 * @param form key of the only form to look in; empty for all
 * @param exact also ask the indexes of protected fields for exactly this value
 */
record SearchRequest(String text, int limit, Optional<String> form, boolean exact) {

    private static final int LONGEST = 100;
    private static final int MAX_LIMIT = 20;
    private static final int DEFAULT_LIMIT = 5;

    static SearchRequest parse(@Nullable JsonNode body, List<Finding> findings) {
        JsonNode document = RequestBody.object(body, findings);
        RequestBody.only(document, findings, "text", "limit", "form", "exact");
        String text = document.path("text").isTextual()
                ? document.path("text").textValue().strip()
                : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            findings.add(Finding.error("search.text", "/text", Map.of("minimum", 1, "maximum", LONGEST)));
        }
        JsonNode asked = document.path("limit");
        int limit = asked.isMissingNode() ? DEFAULT_LIMIT : asked.isInt() ? asked.intValue() : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            findings.add(Finding.error("query.limit", "/limit", Map.of("minimum", 1, "maximum", MAX_LIMIT)));
        }
        if (!document.path("form").isMissingNode() && !document.path("form").isTextual()) {
            findings.add(Finding.error("request.type", "/form", Map.of("expected", "string")));
        }
        return new SearchRequest(
                text,
                limit,
                Optional.ofNullable(document.path("form").textValue()),
                RequestBody.flag(document, "exact", false, findings));
    }
}
