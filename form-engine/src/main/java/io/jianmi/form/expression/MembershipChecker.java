package io.jianmi.form.expression;

import io.jianmi.form.expression.Tree.Constant;
import io.jianmi.form.expression.Tree.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/** Turns {@code x in ...} into comparisons and memberships, so that nothing behind this knows unary tests. */
final class MembershipChecker {

    private final Checker checker;
    private final Findings findings;

    MembershipChecker(Checker checker, Findings findings) {
        this.checker = checker;
        this.findings = findings;
    }

    Tree check(In in, Scope scope) {
        Exp restored = restored(in);
        return restored instanceof In plain
                ? test(checker.check(plain.x(), scope), plain.test(), scope)
                : checker.check(restored, scope);
    }

    /**
     * feel-engine's grammar lets the test of {@code in} run on to the end: {@code x in ["a"] and y} comes as {@code x in
     * (["a"] and y)}. Gives back {@code (x in ["a"]) and y}, which is what everybody means.
     */
    private static Exp restored(In in) {
        if (in.test() instanceof UnaryTestExpression test) {
            if (test.exp() instanceof Conjunction both) {
                return new Conjunction(restored(in(in, both.x())), both.y());
            }
            if (test.exp() instanceof Disjunction either) {
                return new Disjunction(restored(in(in, either.x())), either.y());
            }
        }
        return in;
    }

    private static In in(In in, Exp test) {
        return new In(in.x(), new UnaryTestExpression(test));
    }

    /**
     * Whether {@code p and x in ["a"] or y} was written, or {@code p and (x in ["a"] or y)}: the syntax tree is the same,
     * the meaning is not.
     */
    static boolean isAmbiguous(Conjunction conjunction) {
        return conjunction.y() instanceof In in
                && in.test() instanceof UnaryTestExpression test
                && test.exp() instanceof Disjunction;
    }

    private Tree test(Tree value, Exp test, Scope scope) {
        if (test instanceof AtLeastOne any) {
            return anyOf(value, Scala.list(any.xs()), scope);
        } else if (test instanceof InputInRange within) {
            return within(value, within.range(), scope);
        } else if (test instanceof InputLessThan e) {
            return checker.comparison(Relation.LESS, value, checker.check(e.x(), scope));
        } else if (test instanceof InputLessOrEqual e) {
            return checker.comparison(Relation.LESS_OR_EQUAL, value, checker.check(e.x(), scope));
        } else if (test instanceof InputGreaterThan e) {
            return checker.comparison(Relation.GREATER, value, checker.check(e.x(), scope));
        } else if (test instanceof InputGreaterOrEqual e) {
            return checker.comparison(Relation.GREATER_OR_EQUAL, value, checker.check(e.x(), scope));
        } else if (test instanceof UnaryTestExpression e) {
            return member(value, checker.check(e.exp(), scope));
        }
        findings.add(Findings.UNSUPPORTED, Map.of("construct", test.getClass().getSimpleName()));
        return new Constant(Type.BOOLEAN, null);
    }

    /** {@code x in (1, 2, 3)} is {@code x in [1, 2, 3]}; mixed tests are joined by {@code or}. */
    private Tree anyOf(Tree value, List<Exp> tests, Scope scope) {
        List<Tree> plain = new ArrayList<>();
        Tree joined = null;
        for (Exp test : tests) {
            Tree one = test(value, test, scope);
            if (one instanceof Tree.Comparison equal && equal.relation() == Relation.EQUAL) {
                plain.add(equal.right());
            } else {
                joined = joined == null ? one : new Tree.Logic(false, joined, one);
            }
        }
        if (plain.isEmpty() && joined != null) {
            return joined;
        }
        Type element = plain.stream().map(Tree::type).reduce(Type.NULL, Type::or);
        Tree members = new Tree.Membership(value, new Tree.ListOf(Type.list(element), List.copyOf(plain)));
        return joined == null ? members : new Tree.Logic(false, members, joined);
    }

    private Tree member(Tree value, Tree test) {
        if (test.type().is(Type.Kind.LIST)) {
            Type element = test.type().elementOrAny();
            if (!value.type().fits(element)) {
                findings.type(element.toString(), value.type());
            }
            return new Tree.Membership(value, test);
        }
        if (test.type().is(Type.Kind.BOOLEAN) || test.type().is(Type.Kind.ANY)) {
            // In FEEL such a test decides by itself, whatever the value; nobody means that.
            findings.add(Findings.UNSUPPORTED, Map.of("construct", "in"));
        }
        return checker.comparison(Relation.EQUAL, value, test);
    }

    private Tree within(Tree value, ConstRange range, Scope scope) {
        Tree start = checker.check(range.start().value(), scope);
        Tree end = checker.check(range.end().value(), scope);
        boolean fromIncluded = range.start() instanceof ClosedConstRangeBoundary;
        boolean toIncluded = range.end() instanceof ClosedConstRangeBoundary;
        return new Tree.Logic(
                true,
                checker.comparison(fromIncluded ? Relation.GREATER_OR_EQUAL : Relation.GREATER, value, start),
                checker.comparison(toIncluded ? Relation.LESS_OR_EQUAL : Relation.LESS, value, end));
    }
}
