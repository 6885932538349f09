package io.jianmi.form.expression;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.expression.Tree.Arithmetic;
import io.jianmi.form.expression.Tree.Constant;
import io.jianmi.form.expression.Tree.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.syntaxtree.*;
import org.jspecify.annotations.Nullable;

/**
 * Walks feel-engine's syntax tree once, resolves every name and gives every node its type. What cannot be typed becomes
 * a finding and the walk goes on, so that all findings come together.
 */
final class Checker {

    /** Deepest nesting of nodes; a chain of operators counts a level each. */
    static final int MAX_DEPTH = 200;

    private static final Tree UNKNOWN = new Constant(Type.ANY, null);

    private final Findings findings;
    private final CallChecker calls;
    private final MembershipChecker memberships;
    private int depth;

    Checker(Findings findings) {
        this.findings = findings;
        this.calls = new CallChecker(this, findings);
        this.memberships = new MembershipChecker(this, findings);
    }

    Tree check(Exp exp, Scope scope) {
        if (++depth > MAX_DEPTH) {
            findings.add(Findings.TOO_COMPLEX, Map.of("limit", "depth", "bound", MAX_DEPTH));
            depth--;
            return UNKNOWN;
        }
        Tree tree = operator(exp, scope);
        depth--;
        return tree;
    }

    private Tree operator(Exp exp, Scope scope) {
        if (exp instanceof Addition e) {
            return calculation(Arithmetic.ADD, e.x(), e.y(), scope);
        } else if (exp instanceof Subtraction e) {
            return calculation(Arithmetic.SUBTRACT, e.x(), e.y(), scope);
        } else if (exp instanceof Multiplication e) {
            return calculation(Arithmetic.MULTIPLY, e.x(), e.y(), scope);
        } else if (exp instanceof Division e) {
            return calculation(Arithmetic.DIVIDE, e.x(), e.y(), scope);
        } else if (exp instanceof Exponentiation e) {
            return calculation(Arithmetic.POWER, e.x(), e.y(), scope);
        } else if (exp instanceof Equal e) {
            return comparison(Relation.EQUAL, e.x(), e.y(), scope);
        } else if (exp instanceof LessThan e) {
            return comparison(Relation.LESS, e.x(), e.y(), scope);
        } else if (exp instanceof LessOrEqual e) {
            return comparison(Relation.LESS_OR_EQUAL, e.x(), e.y(), scope);
        } else if (exp instanceof GreaterThan e) {
            return comparison(Relation.GREATER, e.x(), e.y(), scope);
        } else if (exp instanceof GreaterOrEqual e) {
            return comparison(Relation.GREATER_OR_EQUAL, e.x(), e.y(), scope);
        } else if (exp instanceof Conjunction e) {
            if (MembershipChecker.isAmbiguous(e)) {
                findings.add(Findings.SYNTAX, Map.of("parentheses", "in"));
            }
            return new Tree.Logic(true, condition(e.x(), scope), condition(e.y(), scope));
        } else if (exp instanceof Disjunction e) {
            return new Tree.Logic(false, condition(e.x(), scope), condition(e.y(), scope));
        } else if (exp instanceof org.camunda.feel.syntaxtree.Not e) {
            return new Tree.Not(condition(e.x(), scope));
        }
        return structure(exp, scope);
    }

    private Tree structure(Exp exp, Scope scope) {
        if (exp instanceof Ref e) {
            return reference(Scala.list(e.names()), scope);
        } else if (exp instanceof PathExpression e) {
            return path(check(e.path(), scope), e.key());
        } else if (exp instanceof ArithmeticNegation e) {
            return negation(check(e.x(), scope));
        } else if (exp instanceof If e) {
            Tree then = check(e.statement(), scope);
            Tree otherwise = check(e.elseStatement(), scope);
            return new Tree.Conditional(
                    then.type().or(otherwise.type()), condition(e.condition(), scope), then, otherwise);
        } else if (exp instanceof In e) {
            return memberships.check(e, scope);
        } else if (exp instanceof FunctionInvocation e) {
            return calls.check(e.function(), e.params(), scope);
        } else if (exp instanceof ConstList e) {
            List<Tree> items = new ArrayList<>();
            Scala.list(e.items()).forEach(item -> items.add(check(item, scope)));
            Type element = items.stream().map(Tree::type).reduce(Type.NULL, Type::or);
            return new Tree.ListOf(Type.list(element), items);
        } else if (exp instanceof org.camunda.feel.syntaxtree.Filter e) {
            return filter(check(e.list(), scope), e.filter(), scope);
        } else if (exp instanceof SomeItem e) {
            return quantified(false, Scala.list(e.iterators()), e.condition(), scope);
        } else if (exp instanceof EveryItem e) {
            return quantified(true, Scala.list(e.iterators()), e.condition(), scope);
        } else if (exp instanceof For e) {
            return each(e, scope);
        }
        Constant constant = Constants.of(exp);
        return constant == null ? unsupported(exp) : constant;
    }

    /** Contexts, functions as values, Java functions, {@code instance of} and the like. */
    private Tree unsupported(Exp exp) {
        findings.add(Findings.UNSUPPORTED, Map.of("construct", exp.getClass().getSimpleName()));
        return UNKNOWN;
    }

    Tree condition(Exp exp, Scope scope) {
        return expect(Type.BOOLEAN, check(exp, scope));
    }

    Tree expect(Type expected, Tree tree) {
        if (!tree.type().fits(expected)) {
            findings.type(expected.toString(), tree.type());
        }
        return tree;
    }

    private Tree calculation(Arithmetic operator, Exp x, Exp y, Scope scope) {
        Tree left = check(x, scope);
        Tree right = check(y, scope);
        Optional<Type> type = Typing.result(operator, left.type(), right.type());
        if (type.isEmpty()) {
            findings.add(
                    Findings.TYPE,
                    Map.of(
                            "operator", operator.symbol,
                            "left", left.type().toString(),
                            "right", right.type().toString()));
        }
        return new Tree.Calculation(type.orElse(Type.ANY), operator, left, right);
    }

    private Tree negation(Tree operand) {
        if (operand instanceof Constant constant && constant.value() instanceof java.math.BigDecimal number) {
            return new Constant(Type.NUMBER, number.negate());
        }
        return new Tree.Negation(Type.NUMBER, expect(Type.NUMBER, operand));
    }

    private Tree comparison(Relation relation, Exp x, Exp y, Scope scope) {
        return comparison(relation, check(x, scope), check(y, scope));
    }

    Tree comparison(Relation relation, Tree left, Tree right) {
        boolean ordered = relation == Relation.EQUAL
                || left.type().isOrdered() && right.type().isOrdered();
        if (!ordered || !left.type().fits(right.type())) {
            findings.add(
                    Findings.TYPE,
                    Map.of(
                            "operator", relation.symbol,
                            "left", left.type().toString(),
                            "right", right.type().toString()));
        }
        return new Tree.Comparison(relation, left, right);
    }

    private Tree reference(List<String> names, Scope scope) {
        Optional<Tree.Reference> found = scope.find(names.get(0));
        if (found.isEmpty()) {
            String name = names.get(0);
            findings.add(scope.withholds(name) ? Findings.DERIVED_FIELD : Findings.UNKNOWN_NAME, Map.of("name", name));
            return UNKNOWN;
        }
        Tree tree = found.get();
        for (String key : names.subList(1, names.size())) {
            tree = path(tree, key);
        }
        return tree;
    }

    private Tree path(Tree base, String key) {
        Type inner = base.type().is(Type.Kind.LIST) ? base.type().elementOrAny() : base.type();
        if (inner.entries() != null) {
            Optional<Names.Name> entry = inner.entries().find(key);
            if (entry.isEmpty()) {
                findings.add(Findings.UNKNOWN_NAME, Map.of("name", key));
                return UNKNOWN;
            }
            if (base instanceof Tree.Reference reference) {
                return Sources.entry(reference, key, entry.get());
            }
            return new Tree.Path(
                    Sources.projected(base.type(), entry.get().type()),
                    base,
                    key,
                    Sources.entry(Sources.of(base), key, entry.get()),
                    entry.get().level());
        }
        Type type = inner.isOpen() ? Type.ANY : Typing.part(inner, key).orElse(null);
        if (type == null) {
            findings.add(Findings.UNKNOWN_NAME, Map.of("name", key));
            return UNKNOWN;
        }
        return new Tree.Path(Sources.projected(base.type(), type), base, key, Sources.of(base), Sensitivity.PUBLIC);
    }

    private Tree filter(Tree list, Exp condition, Scope scope) {
        expect(Type.list(Type.ANY), list);
        Tree checked = check(condition, scope.with(Scope.ITEM, list));
        if (checked.type().is(Type.Kind.NUMBER)) {
            return new Tree.Index(list.type().elementOrAny(), list, checked);
        }
        return new Tree.Filter(list, expect(Type.BOOLEAN, checked));
    }

    private Tree quantified(
            boolean every, List<camundajar.impl.scala.Tuple2<String, Exp>> iterators, Exp condition, Scope scope) {
        if (iterators.isEmpty()) {
            return condition(condition, scope);
        }
        String name = iterators.get(0)._1();
        Tree list = iterable(iterators.get(0)._2(), scope);
        List<camundajar.impl.scala.Tuple2<String, Exp>> rest = iterators.subList(1, iterators.size());
        return new Tree.Quantified(every, name, list, quantified(every, rest, condition, scope.with(name, list)));
    }

    private Tree each(For loop, Scope scope) {
        List<camundajar.impl.scala.Tuple2<String, Exp>> iterators = Scala.list(loop.iterators());
        if (iterators.size() != 1) {
            return unsupported(loop);
        }
        String name = iterators.get(0)._1();
        Tree list = iterable(iterators.get(0)._2(), scope);
        Tree result = check(loop.exp(), scope.with(name, list));
        return new Tree.Each(Type.list(result.type()), name, list, result);
    }

    private Tree iterable(Exp exp, Scope scope) {
        if (exp instanceof IterationContext range) {
            @Nullable List<Tree> numbers = Constants.series(check(range.start(), scope), check(range.end(), scope));
            if (numbers == null) {
                findings.add(Findings.TOO_COMPLEX, Map.of("limit", "range", "bound", Constants.MAX_SERIES));
                return UNKNOWN;
            }
            return new Tree.ListOf(Type.list(Type.NUMBER), numbers);
        }
        return expect(Type.list(Type.ANY), check(exp, scope));
    }
}
