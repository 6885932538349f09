package io.jianmi.form.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.Finding;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.feel.syntaxtree.Exp;

/**
 * The entry: compiles expressions at publish, and lets a designer try one. Thread-safe; one per server.
 */
public final class Expressions {

    private final Evaluator evaluator;

    /** @param zone where {@code today()} and points in time without an offset are read */
    public Expressions(InstantSource clock, ZoneId zone) {
        this.evaluator = new Evaluator(clock, zone);
    }

    /**
     * Compiles once; the result is evaluated as often as wished.
     *
     * @param names what it may use; {@link Names#withUser} adds {@code user}
     * @param expected the type its place asks for; {@link Type#ANY} takes all
     */
    public Compilation compile(String text, Names names, Type expected) {
        Parser.Parsed parsed = Parser.parse(text);
        Exp syntax = parsed.expression();
        if (syntax == null) {
            Finding finding = parsed.finding();
            return Compilation.failed(List.of(finding == null ? Findings.of(Findings.SYNTAX) : finding));
        }
        Findings findings = new Findings();
        Checker checker = new Checker(findings);
        Tree tree = checker.expect(expected, checker.check(syntax, Scope.of(names)));
        if (findings.isEmpty() && Cost.of(tree, Cost.PUBLISHED_ROWS) > Cost.MAX_PUBLISHED) {
            findings.add(Findings.TOO_COMPLEX, Map.of("limit", "steps", "bound", Cost.MAX_PUBLISHED));
        }
        return findings.isEmpty()
                ? Compilation.of(new CompiledExpression(tree, evaluator))
                : Compilation.failed(findings.list());
    }

    /**
     * Evaluates any FEEL text on a context of plain JSON, bounded in size and time; nothing is compiled or kept.
     *
     * @param context an object whose entries become variables; numbers, strings, booleans, arrays, objects, null
     */
    public Trial tryIt(String text, JsonNode context) {
        return Trial.run(evaluator, text, context);
    }
}
