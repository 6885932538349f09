package io.jianmi.form.expression;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.feel.syntaxtree.*;

/**
 * What an unchecked expression may contain. A try is ended by interrupting it between feel-engine's steps, so whatever
 * could run or grow without end inside one step is refused before: patterns that backtrack, huge scales and ranges, loops
 * over many lists at once, texts and lists that double from entry to entry.
 */
final class TrialBounds {

    private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");
    private static final Pattern QUANTIFIED_GROUP = Pattern.compile("\\)[*+{?]");
    private static final Pattern OPEN_QUANTIFIER = Pattern.compile("[*+]|,\\}");

    private static final Set<String> SCALED =
            Set.of("decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down");

    /** DMN's bound of scales (1.5, 10.3.4.5). */
    private static final BigDecimal MAX_SCALE = BigDecimal.valueOf(6_176);

    private static final BigDecimal MAX_RANGE = BigDecimal.valueOf(100_000);
    private static final long MAX_TURNS = 1_000_000;
    private static final long LIST_SIZE = 1_000;
    private static final long MAX_GROWTH = 1_000;

    private TrialBounds() {}

    static boolean refuses(Exp expression) {
        return any(expression, TrialBounds::isUnbounded) || growth(expression) > MAX_GROWTH;
    }

    private static boolean isUnbounded(Object node) {
        if (node instanceof FunctionInvocation call) {
            return PATTERNS.contains(call.function()) && !isTame(call)
                    || SCALED.contains(call.function()) && !hasSmallScale(call);
        } else if (node instanceof IterationContext range) {
            return isHuge(range.start()) || isHuge(range.end());
        } else if (node instanceof For loop) {
            return turns(Scala.list(loop.iterators())) > MAX_TURNS;
        } else if (node instanceof SomeItem loop) {
            return turns(Scala.list(loop.iterators())) > MAX_TURNS;
        } else if (node instanceof EveryItem loop) {
            return turns(Scala.list(loop.iterators())) > MAX_TURNS;
        }
        // "partial" is what a loop has built so far: doubled at each turn it fills the memory.
        return node instanceof JavaFunctionInvocation
                || node instanceof Ref ref && ref.names().head().equals("partial");
    }

    /** A literal pattern without quantified groups and with few open quantifiers ends soon on any text of a trial. */
    private static boolean isTame(FunctionInvocation call) {
        Object given = pattern(call);
        return given instanceof ConstNull$
                || given instanceof ConstString pattern
                        && !QUANTIFIED_GROUP.matcher(pattern.value()).find()
                        && OPEN_QUANTIFIER.matcher(pattern.value()).results().count() <= 2;
    }

    private static Object pattern(FunctionInvocation call) {
        if (call.params() instanceof NamedFunctionParameters given) {
            Map<String, Exp> named = CollectionConverters.asJava(given.params());
            return named.getOrDefault("pattern", named.getOrDefault("delimiter", ConstNull$.MODULE$));
        }
        return argument(call, 1);
    }

    private static boolean hasSmallScale(FunctionInvocation call) {
        Object scale = argument(call, 1);
        Object amount = scale instanceof ArithmeticNegation negation ? negation.x() : scale;
        if (amount instanceof ConstNumber number) {
            return number.value().bigDecimal().abs().compareTo(MAX_SCALE) <= 0;
        }
        return call.params() instanceof NamedFunctionParameters
                ? !any(
                                call.params(),
                                n -> n instanceof Ref || n instanceof Multiplication || n instanceof Exponentiation)
                        && !any(call.params(), n -> n instanceof ConstNumber number && isHuge(number))
                : !any(amount, n -> n instanceof Exp && !(n instanceof ConstNull$ || n instanceof ConstString));
    }

    private static Object argument(FunctionInvocation call, int index) {
        return call.params() instanceof PositionalFunctionParameters given
                        && given.params().size() > index
                ? given.params().apply(index)
                : ConstNull$.MODULE$;
    }

    private static boolean isHuge(Exp bound) {
        return bound instanceof ConstNumber number
                && number.value().bigDecimal().abs().compareTo(MAX_RANGE) > 0;
    }

    private static long turns(List<Tuple2<String, Exp>> iterators) {
        long turns = 1;
        for (Tuple2<String, Exp> iterator : iterators) {
            long size = iterators.size() == 1 ? 1 : LIST_SIZE;
            if (iterator._2() instanceof ConstList list) {
                size = list.items().size();
            } else if (iterator._2() instanceof IterationContext range
                    && range.start() instanceof ConstNumber from
                    && range.end() instanceof ConstNumber to) {
                size = to.value()
                                .bigDecimal()
                                .subtract(from.value().bigDecimal())
                                .abs()
                                .longValue()
                        + 1;
            }
            turns = Math.min(MAX_TURNS + 1, turns * Math.max(1, size));
        }
        return turns;
    }

    /** How often the entries of contexts may repeat what earlier ones hold: the product of their references. */
    private static long growth(Object node) {
        long growth = 1;
        if (node instanceof ConstContext context) {
            for (Tuple2<String, Exp> entry : Scala.list(context.entries())) {
                growth = Math.min(MAX_GROWTH + 1, growth * Math.max(1, references(entry._2())));
            }
        }
        for (Object child : children(node)) {
            growth = Math.min(MAX_GROWTH + 1, growth * growth(child));
        }
        return growth;
    }

    private static long references(Object node) {
        long count = node instanceof Ref || node instanceof FunctionInvocation ? 1 : 0;
        for (Object child : children(node)) {
            count += references(child);
        }
        return count;
    }

    private static boolean any(Object node, Predicate<Object> test) {
        return test.test(node) || children(node).stream().anyMatch(child -> any(child, test));
    }

    /** The parts of a node: case classes are products, and lists of parts iterables. */
    private static List<Object> children(Object node) {
        List<Object> children = new ArrayList<>();
        if (node instanceof Iterable<?> items) {
            CollectionConverters.asJava(items).forEach(children::add);
        } else if (node instanceof Product product && !(node instanceof ConstNumber)) {
            for (int i = 0; i < product.productArity(); i++) {
                children.add(product.productElement(i));
            }
        }
        return children;
    }
}
