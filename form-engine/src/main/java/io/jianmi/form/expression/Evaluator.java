package io.jianmi.form.expression;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** feel-engine with our clock, exact decimals, bounded functions and no way out of FEEL. Thread-safe. */
final class Evaluator {

    private final FeelEngineApi engine;
    private final ZoneId zone;

    Evaluator(InstantSource clock, ZoneId zone) {
        this.zone = zone;
        this.engine = FeelEngineBuilder.create()
                .withClock(() -> clock.instant().atZone(zone))
                .withCustomValueMapper(new RangeResults())
                .withFunctionProvider(new BoundedFunctions())
                .withEnabledExternalFunctions(false)
                .build();
        // Loads feel-engine now, so that the first try of a designer does not spend its time limit on that.
        evaluate(new Equal(ConstNull$.MODULE$, ConstNull$.MODULE$), Map.of());
    }

    FeelEngineApi engine() {
        return engine;
    }

    ZoneId zone() {
        return zone;
    }

    /** Null also when the evaluation fails: FEEL knows no exceptions, and what can be known was found at publish. */
    @Nullable
    Object evaluate(Exp expression, Map<String, ?> variables) {
        Map<String, Object> values = Variables.of(variables, zone);
        try {
            EvaluationResult result = engine.evaluate(new ParsedExpression(expression, ""), values);
            return result.isSuccess() ? Scala.plain(result.result()) : null;
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        } catch (java.time.DateTimeException | StackOverflowError e) {
            return null;
        }
    }
}
