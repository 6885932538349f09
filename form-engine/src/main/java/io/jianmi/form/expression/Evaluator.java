package io.jianmi.form.expression;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;

/**
 * feel-engine with our clock, exact decimals, bounded functions and no way out of FEEL. Thread-safe.
 *
 * <p>Its front door builds all built-in functions anew for each evaluation, which takes longer than most conditions. The
 * trees that come here were checked at publish, so they go to its interpreter directly, with functions built once.
 */
final class Evaluator {

    private final FeelEngineApi engine;
    private final ZoneId zone;
    private final ValueMapper values;
    private final FunctionProvider functions;
    private final FeelInterpreter interpreter;

    Evaluator(InstantSource clock, ZoneId zone) {
        this.zone = zone;
        FeelEngineBuilder builder = FeelEngineBuilder.create()
                .withClock(() -> clock.instant().atZone(zone))
                .withCustomValueMapper(new RangeResults())
                .withFunctionProvider(new BoundedFunctions())
                .withEnabledExternalFunctions(false);
        this.engine = builder.build();
        this.values = builder.valueMapper();
        this.functions = new FunctionProvider.CompositeFunctionProvider(
                Scala.list(List.of(new BuiltinFunctions(builder.clock(), values), builder.functionProvider())));
        this.interpreter = new FeelInterpreter(values);
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
        Context given = new Context.StaticContext(Scala.map(Variables.of(variables, zone)), Scala.map(Map.of()));
        try {
            Val result = interpreter.eval(
                    expression, EvalContext.create(values, functions).merge(given));
            return result instanceof ValError || result instanceof ValFatalError
                    ? null
                    : Scala.plain(values.unpackVal(result));
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever the interpreter throws at a value that it cannot use, its front door calls a failure too.
            return null;
        }
    }
}
