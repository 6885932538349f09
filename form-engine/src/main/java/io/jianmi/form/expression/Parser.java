package io.jianmi.form.expression;

import camundajar.impl.fastparse.Parsed.Success;
import io.jianmi.core.problem.Finding;
import java.util.Map;
import org.camunda.feel.impl.parser.FeelParser$;
import org.camunda.feel.syntaxtree.Exp;
import org.jspecify.annotations.Nullable;

/**
 * feel-engine's parser behind a look at the text. The parser backtracks: its time grows exponentially with the depth of
 * brackets (measured: 10 levels take some 10 ms, 20 take seconds), so depth, count and length are bounded first. Called
 * directly, since the engine's API parses what failed once more for a message that nobody gets to see.
 */
final class Parser {

    static final int MAX_LENGTH = 4_000;
    static final int MAX_DEPTH = 10;
    static final int MAX_BRACKETS = 400;

    private Parser() {}

    /** Either a syntax tree or a finding. */
    record Parsed(@Nullable Exp expression, @Nullable Finding finding) {}

    static Parsed parse(String text) {
        Finding refusal = refusal(text);
        if (refusal != null) {
            return new Parsed(null, refusal);
        }
        try {
            return FeelParser$.MODULE$.parseExpression(text) instanceof Success<?> success
                            && success.value() instanceof Exp expression
                    ? new Parsed(expression, null)
                    : new Parsed(null, Findings.of(Findings.SYNTAX));
        } catch (StackOverflowError e) {
            return new Parsed(null, tooComplex("depth", MAX_DEPTH));
        }
    }

    private static @Nullable Finding refusal(String text) {
        if (text.length() > MAX_LENGTH) {
            return tooComplex("length", MAX_LENGTH);
        }
        int depth = 0;
        int brackets = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i = next(text, i)) {
            char c = text.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                depth++;
                brackets++;
                deepest = Math.max(deepest, depth);
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (c == '`') {
                // Quoted names could hide brackets and quotes from this scan, and no field key needs them.
                return Findings.of(Findings.SYNTAX);
            }
        }
        if (deepest > MAX_DEPTH) {
            return tooComplex("depth", MAX_DEPTH);
        }
        if (brackets > MAX_BRACKETS) {
            return tooComplex("brackets", MAX_BRACKETS);
        }
        // Half-open ranges such as ]1..5[ balance in count, though not in order.
        return text.isBlank() || depth != 0 ? Findings.of(Findings.SYNTAX) : null;
    }

    /** The position after this character, string or comment. */
    private static int next(String text, int at) {
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.charAt(at) != '"') {
            return at + 1;
        }
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private static Finding tooComplex(String limit, int bound) {
        return Findings.of(Findings.TOO_COMPLEX, Map.of("limit", limit, "bound", bound));
    }
}
