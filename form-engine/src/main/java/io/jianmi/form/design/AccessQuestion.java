package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.Perspective;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a designer asks about somebody's rights.
 *
 * @param who about whom
 * @param written a definition that stands in for the saved draft
 * @param inScope keys of the groups in whose scopes the record lies; empty: in all that show him more
 */
public record AccessQuestion(Actor who, Optional<JsonNode> written, Optional<Set<String>> inScope) {

    /** @throws ProblemException {@link DesignProblem#ACCESS_QUESTION} with all findings */
    public static AccessQuestion read(JsonNode body, Org org) {
        List<Finding> findings = new ArrayList<>();
        Optional<Actor> who = Perspective.read(body, findings).flatMap(perspective -> perspective.in(org, findings));
        Optional<JsonNode> written = Optional.of(body.path("definition")).filter(node -> !node.isMissingNode());
        if (written.filter(node -> !node.isObject()).isPresent()) {
            findings.add(Finding.error("request.type", "/definition", Map.of("expected", "object")));
        }
        Optional<Set<String>> inScope = scopes(body.path("inScope"), findings);
        if (who.isEmpty() || !findings.isEmpty()) {
            throw ProblemException.of(DesignProblem.ACCESS_QUESTION, findings);
        }
        return new AccessQuestion(who.get(), written, inScope);
    }

    private static Optional<Set<String>> scopes(JsonNode sent, List<Finding> findings) {
        if (sent.isMissingNode()) {
            return Optional.empty();
        }
        if (!sent.isArray()) {
            findings.add(Finding.error("request.type", "/inScope", Map.of("expected", "array")));
        }
        Set<String> keys = new HashSet<>();
        sent.forEach(key -> keys.add(key.asText()));
        return Optional.of(keys);
    }
}
