package io.jianmi.form.expression;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import io.jianmi.form.expression.Function.Trait;
import io.jianmi.form.expression.Tree.Call;
import io.jianmi.form.expression.Tree.Constant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionParameters;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;

/** Checks calls: the function exists, is called with what it takes, and what it gives. */
final class CallChecker {

    /** Rounding to more decimals than this builds numbers that nobody reads. */
    private static final int MAX_SCALE = 20;

    private static final Tree UNKNOWN = new Constant(Type.ANY, null);

    private final Checker checker;
    private final Findings findings;

    CallChecker(Checker checker, Findings findings) {
        this.checker = checker;
        this.findings = findings;
    }

    Tree check(String name, FunctionParameters parameters, Scope scope) {
        List<Tree> arguments = new ArrayList<>();
        boolean complete = true;
        if (parameters instanceof PositionalFunctionParameters positional) {
            Scala.list(positional.params()).forEach(p -> arguments.add(checker.check(p, scope)));
        } else if (parameters instanceof NamedFunctionParameters named) {
            complete = byName(name, CollectionConverters.asJava(named.params()), scope, arguments);
        }
        Optional<Function> function = complete ? Functions.find(name, arguments.size()) : Optional.empty();
        if (function.isEmpty()) {
            if (Functions.exists(name)) {
                findings.add(Findings.TYPE, Map.of("function", name, "arguments", arguments.size()));
            } else {
                findings.add(Findings.UNKNOWN_FUNCTION, Map.of("name", name));
            }
            return UNKNOWN;
        }
        return call(function.get(), arguments);
    }

    private boolean byName(String name, Map<String, Exp> given, Scope scope, List<Tree> arguments) {
        for (Function function : Functions.overloads(name)) {
            if (function.names().containsAll(given.keySet()) && given.size() >= function.required()) {
                for (String parameter : function.names().subList(0, given.size())) {
                    if (!given.containsKey(parameter)) {
                        return false;
                    }
                    arguments.add(checker.check(given.get(parameter), scope));
                }
                return true;
            }
        }
        return false;
    }

    private Tree call(Function function, List<Tree> given) {
        List<Tree> arguments = function.isAggregate() ? oneList(given) : given;
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Tree argument = checker.expect(function.parameters().get(i), arguments.get(i));
            types.add(argument.type());
        }
        if (function.trait() == Trait.ROUNDING && !isSmallInteger(arguments.get(1))) {
            findings.add(Findings.TOO_COMPLEX, Map.of("limit", "scale", "bound", MAX_SCALE));
        }
        if (function.name().equals("list contains")) {
            checkElement(types.get(0).elementOrAny(), types.get(1));
        }
        return function.name().equals("not")
                ? new Tree.Not(arguments.get(0))
                : new Call(function.result().of(types), function, List.copyOf(arguments));
    }

    private void checkElement(Type element, Type wanted) {
        if (!wanted.fits(element)) {
            findings.type(element.toString(), wanted);
        }
    }

    /** {@code max(a, b)} is {@code max([a, b])}. */
    private static List<Tree> oneList(List<Tree> given) {
        if (given.size() == 1
                && (given.get(0).type().is(Type.Kind.LIST)
                        || given.get(0).type().isOpen())) {
            return given;
        }
        Type element = given.stream().map(Tree::type).reduce(Type.NULL, Type::or);
        return List.of(new Tree.ListOf(Type.list(element), List.copyOf(given)));
    }

    private static boolean isSmallInteger(Tree scale) {
        return scale instanceof Constant constant
                && constant.value() instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(MAX_SCALE)) <= 0;
    }
}
