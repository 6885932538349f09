package io.jianmi.form.expression;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;

/**
 * One try of an unchecked expression. Whole FEEL may be tried, functions and contexts too, so the bound is a thread that
 * is interrupted after {@value #MILLIS} ms (feel-engine looks for that at every step); what grows or runs without steps
 * (patterns, {@code partial}, huge ranges, scales and exponents) is refused beforehand.
 */
final class TrialRun {

    private static final long MILLIS = 500;
    private static final long STACK_BYTES = 4L << 20;
    private static final long MAX_NUMBER = 100_000;

    /** Functions that take a pattern and run without steps. */
    private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");

    private static final Pattern QUANTIFIED_GROUP = Pattern.compile("\\)[*+{?]");
    private static final Pattern OPEN_QUANTIFIER = Pattern.compile("[*+]|,\\}");

    /** What a loop has built so far: doubled at each turn it would fill the memory within one step. */
    private static final String PARTIAL = "partial";

    private final Evaluator evaluator;

    TrialRun(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Trial run(Parser.Parsed parsed, JsonNode context) {
        Exp expression = parsed.expression();
        if (expression == null) {
            return Trial.failed(parsed.finding() == null ? Findings.of(Findings.SYNTAX) : parsed.finding());
        }
        if (refused(expression)) {
            return Trial.failed(Findings.of(Findings.TOO_COMPLEX));
        }
        FutureTask<Trial> task = new FutureTask<>(() -> evaluate(expression, TrialValues.variables(context)));
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

    private static boolean refused(@Nullable Object node) {
        if (node instanceof JavaFunctionInvocation) {
            return true;
        }
        if (node instanceof Ref ref && PARTIAL.equals(ref.names().head())) {
            return true;
        }
        if (node instanceof FunctionInvocation call && PATTERNS.contains(call.function()) && !isTame(call)) {
            return true;
        }
        if (node instanceof IterationContext range && !(small(range.start()) && small(range.end()))) {
            return true;
        }
        return childRefused(node);
    }

    /** A literal pattern without quantified groups and with few open quantifiers ends soon on any text of a trial. */
    private static boolean isTame(FunctionInvocation call) {
        if (!(call.params() instanceof PositionalFunctionParameters given)
                || given.params().size() < 2) {
            return false;
        }
        return given.params().apply(1) instanceof ConstString pattern
                && !QUANTIFIED_GROUP.matcher(pattern.value()).find()
                && OPEN_QUANTIFIER.matcher(pattern.value()).results().count() <= 2;
    }

    private static boolean small(Exp bound) {
        return !(bound instanceof ConstNumber number)
                || number.value().abs().bigDecimal().compareTo(java.math.BigDecimal.valueOf(MAX_NUMBER)) <= 0;
    }

    private static boolean childRefused(@Nullable Object node) {
        Iterator<?> children = node instanceof Product product
                ? product.productIterator()
                : node instanceof camundajar.impl.scala.collection.Iterable<?> items ? items.iterator() : null;
        if (children == null) {
            return false;
        }
        for (Object child :
                CollectionConverters.asJava(camundajar.impl.scala.collection.immutable.List$.MODULE$.from(children))) {
            if (refused(child)) {
                return true;
            }
        }
        return false;
    }
}
