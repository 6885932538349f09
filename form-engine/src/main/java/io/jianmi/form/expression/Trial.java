package io.jianmi.form.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What trying an expression gave.
 *
 * @param type null boolean number string date time date-time days-duration months-duration list context range function
 * @param value FEEL's canonical text as a JSON string; lists and contexts nested; JSON null for null
 * @param findings why there is no value
 */
public record Trial(Optional<String> type, Optional<JsonNode> value, List<Finding> findings) {

    static Trial of(String type, JsonNode value) {
        return new Trial(Optional.of(type), Optional.of(value), List.of());
    }

    static Trial failed(Finding finding) {
        return new Trial(Optional.empty(), Optional.empty(), List.of(finding));
    }

    static Trial run(Evaluator evaluator, String text, JsonNode context) {
        return new TrialRun(evaluator).run(Parser.parse(text), context);
    }
}
