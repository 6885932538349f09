package io.jianmi.form.expression;

import io.jianmi.form.expression.Tree.Constant;
import io.jianmi.form.expression.Tree.Origin;
import io.jianmi.form.expression.Tree.Reference;
import java.util.List;
import java.util.function.Predicate;

/** Questions about trees that need no visitor of their own. */
final class Trees {

    private Trees() {}

    static List<Tree> children(Tree tree) {
        return tree.accept(Children.INSTANCE);
    }

    static boolean any(Tree tree, Predicate<Tree> test) {
        return test.test(tree) || children(tree).stream().anyMatch(child -> any(child, test));
    }

    static boolean usesUser(Tree tree) {
        return any(tree, t -> t instanceof Reference r && r.origin() == Origin.USER);
    }

    /** Whether its value depends on the moment at which it is asked for. */
    static boolean usesClock(Tree tree) {
        return any(
                tree,
                t -> t instanceof Tree.Call call
                        && Functions.CLOCK.contains(call.function().name()));
    }

    /** Whether it can be computed before any record is seen: constants, the clock and {@code user} only. */
    static boolean isClosed(Tree tree) {
        return !any(tree, t -> t instanceof Reference r && r.origin() != Origin.USER);
    }

    static boolean isNull(Tree tree) {
        return tree instanceof Constant constant && constant.value() == null;
    }

    private enum Children implements Tree.Visitor<List<Tree>> {
        INSTANCE;

        @Override
        public List<Tree> constant(Constant tree) {
            return List.of();
        }

        @Override
        public List<Tree> reference(Reference tree) {
            return List.of();
        }

        @Override
        public List<Tree> path(Tree.Path tree) {
            return List.of(tree.base());
        }

        @Override
        public List<Tree> calculation(Tree.Calculation tree) {
            return List.of(tree.left(), tree.right());
        }

        @Override
        public List<Tree> negation(Tree.Negation tree) {
            return List.of(tree.operand());
        }

        @Override
        public List<Tree> comparison(Tree.Comparison tree) {
            return List.of(tree.left(), tree.right());
        }

        @Override
        public List<Tree> logic(Tree.Logic tree) {
            return List.of(tree.left(), tree.right());
        }

        @Override
        public List<Tree> not(Tree.Not tree) {
            return List.of(tree.operand());
        }

        @Override
        public List<Tree> conditional(Tree.Conditional tree) {
            return List.of(tree.condition(), tree.then(), tree.otherwise());
        }

        @Override
        public List<Tree> membership(Tree.Membership tree) {
            return List.of(tree.value(), tree.list());
        }

        @Override
        public List<Tree> call(Tree.Call tree) {
            return tree.arguments();
        }

        @Override
        public List<Tree> listOf(Tree.ListOf tree) {
            return tree.items();
        }

        @Override
        public List<Tree> filter(Tree.Filter tree) {
            return List.of(tree.list(), tree.condition());
        }

        @Override
        public List<Tree> index(Tree.Index tree) {
            return List.of(tree.list(), tree.position());
        }

        @Override
        public List<Tree> quantified(Tree.Quantified tree) {
            return List.of(tree.list(), tree.condition());
        }

        @Override
        public List<Tree> each(Tree.Each tree) {
            return List.of(tree.list(), tree.result());
        }
    }
}
