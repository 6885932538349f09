package io.jianmi.form.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * One try of an unchecked expression. Whole FEEL may be tried, functions and contexts too, so the bound is a thread that
 * is interrupted after {@value #MILLIS} ms (feel-engine looks for that at every step); {@link TrialBounds} refuses what
 * takes long within a step.
 */
final class TrialRun {

    private static final long MILLIS = 500;
    private static final long STACK_BYTES = 4L << 20;

    private final Evaluator evaluator;

    TrialRun(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Trial run(Parser.Parsed parsed, JsonNode context) {
        Exp expression = parsed.expression();
        if (expression == null) {
            return Trial.failed(parsed.finding() == null ? Findings.of(Findings.SYNTAX) : parsed.finding());
        }
        // A range alone is parsed as a test of an input that a try has not.
        Exp tried = expression instanceof InputInRange test ? test.range() : expression;
        if (TrialBounds.refuses(tried)) {
            return Trial.failed(Findings.of(Findings.TOO_COMPLEX));
        }
        FutureTask<Trial> task = new FutureTask<>(() -> evaluate(tried, TrialValues.variables(context)));
        Thread thread = new Thread(null, task, "expression-trial", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return Trial.failed(Findings.of(Findings.TOO_COMPLEX, Map.of("limit", "milliseconds", "bound", MILLIS)));
        } catch (ExecutionException e) {
            return Trial.failed(Findings.of(Findings.TOO_COMPLEX));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            task.cancel(true);
            return Trial.failed(Findings.of(Findings.TOO_COMPLEX));
        }
    }

    private Trial evaluate(Exp expression, Map<String, Object> variables) {
        try {
            EvaluationResult result = evaluator.engine().evaluate(new ParsedExpression(expression, ""), variables);
            return result.isSuccess() ? TrialValues.describe(result.result()) : TrialValues.describe(null);
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            return TrialValues.describe(null);
        }
    }
}
