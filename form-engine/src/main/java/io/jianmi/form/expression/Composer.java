package io.jianmi.form.expression;

import io.jianmi.form.expression.Tree.Relation;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.camunda.feel.syntaxtree.*;

/**
 * Builds the tree that feel-engine evaluates out of the checked one, so that what was typed is what runs. Adds what the
 * product's null rules ask for beyond FEEL: aggregates over columns skip nulls, and in a scope a comparison with a null
 * of {@code user} is unknown (so neither it nor its negation lets a row through).
 */
final class Composer implements Tree.Visitor<Exp> {

    private final ZoneId zone;
    private final boolean scope;

    private Composer(ZoneId zone, boolean scope) {
        this.zone = zone;
        this.scope = scope;
    }

    /** As formulas, rules and conditions run. */
    static Exp compose(Tree tree, ZoneId zone) {
        return tree.accept(new Composer(zone, false));
    }

    /** As scopes and filters run. */
    static Exp composeScope(Tree tree, ZoneId zone) {
        return tree.accept(new Composer(zone, true));
    }

    private Exp of(Tree tree) {
        return tree.accept(this);
    }

    @Override
    public Exp constant(Tree.Constant tree) {
        if (tree.value() instanceof LocalDateTime local) {
            return Constants.toEngine(local.atZone(zone));
        }
        return Constants.toEngine(
                tree.value() instanceof ZonedDateTime zoned ? zoned.withZoneSameInstant(zone) : tree.value());
    }

    @Override
    public Exp reference(Tree.Reference tree) {
        return new Ref(Scala.list(tree.path()));
    }

    @Override
    public Exp path(Tree.Path tree) {
        return new PathExpression(of(tree.base()), tree.key());
    }

    @Override
    public Exp calculation(Tree.Calculation tree) {
        Exp left = of(tree.left());
        Exp right = of(tree.right());
        return switch (tree.operator()) {
            case ADD -> new Addition(left, right);
            case SUBTRACT -> new Subtraction(left, right);
            case MULTIPLY -> new Multiplication(left, right);
            case DIVIDE -> new Division(left, right);
            case POWER -> new Exponentiation(left, right);
        };
    }

    @Override
    public Exp negation(Tree.Negation tree) {
        return new ArithmeticNegation(of(tree.operand()));
    }

    @Override
    public Exp comparison(Tree.Comparison tree) {
        Exp left = of(tree.left());
        Exp right = of(tree.right());
        return unlessUserIsNull(compare(tree.relation(), left, right), tree.left(), tree.right());
    }

    private static Exp compare(Relation relation, Exp left, Exp right) {
        return switch (relation) {
            case EQUAL -> new Equal(left, right);
            case LESS -> new LessThan(left, right);
            case LESS_OR_EQUAL -> new LessOrEqual(left, right);
            case GREATER -> new GreaterThan(left, right);
            case GREATER_OR_EQUAL -> new GreaterOrEqual(left, right);
        };
    }

    private Exp unlessUserIsNull(Exp test, Tree... operands) {
        Exp guarded = test;
        for (Tree operand : operands) {
            if (scope && Trees.usesUser(operand)) {
                guarded = new If(new Equal(of(operand), ConstNull$.MODULE$), ConstNull$.MODULE$, guarded);
            }
        }
        return guarded;
    }

    @Override
    public Exp logic(Tree.Logic tree) {
        Exp left = of(tree.left());
        Exp right = of(tree.right());
        return tree.conjunction() ? new Conjunction(left, right) : new Disjunction(left, right);
    }

    @Override
    public Exp not(Tree.Not tree) {
        return new Not(of(tree.operand()));
    }

    @Override
    public Exp conditional(Tree.Conditional tree) {
        return new If(of(tree.condition()), of(tree.then()), of(tree.otherwise()));
    }

    @Override
    public Exp membership(Tree.Membership tree) {
        Exp test = new In(of(tree.value()), new UnaryTestExpression(of(tree.list())));
        return unlessUserIsNull(test, tree.value(), tree.list());
    }

    @Override
    public Exp call(Tree.Call tree) {
        List<Exp> arguments = tree.arguments().stream().map(this::of).toList();
        Exp call = tree.function().isAggregate()
                ? call(
                        tree.function().engineName(),
                        List.of(countable(tree.arguments().get(0), arguments.get(0))))
                : call(tree.function().engineName(), arguments);
        boolean compares = tree.function().name().equals("list contains");
        return compares ? unlessUserIsNull(call, tree.arguments().toArray(Tree[]::new)) : call;
    }

    /** A list spelled out keeps its nulls, as FEEL has it; a column's are skipped. */
    private static Exp countable(Tree list, Exp composed) {
        return list instanceof Tree.ListOf ? composed : call(BoundedFunctions.WITHOUT_NULLS, List.of(composed));
    }

    private static Exp call(String name, List<Exp> arguments) {
        return new FunctionInvocation(name, new PositionalFunctionParameters(Scala.list(arguments)));
    }

    @Override
    public Exp listOf(Tree.ListOf tree) {
        return new ConstList(Scala.list(tree.items().stream().map(this::of).toList()));
    }

    @Override
    public Exp filter(Tree.Filter tree) {
        // Compared with true, so that feel-engine sees a comparison and never tries the condition as an index.
        return new Filter(of(tree.list()), new Equal(of(tree.condition()), new ConstBool(true)));
    }

    @Override
    public Exp index(Tree.Index tree) {
        return new Filter(of(tree.list()), of(tree.position()));
    }

    @Override
    public Exp quantified(Tree.Quantified tree) {
        var iterators = Scala.list(List.of(Scala.pair(tree.name(), of(tree.list()))));
        Exp condition = of(tree.condition());
        return tree.every() ? new EveryItem(iterators, condition) : new SomeItem(iterators, condition);
    }

    @Override
    public Exp each(Tree.Each tree) {
        return new For(Scala.list(List.of(Scala.pair(tree.name(), of(tree.list())))), of(tree.result()));
    }
}
