package io.jianmi.form.expression;

/** Steps that an evaluation takes at most, given how long the longest list is. */
final class Cost {

    /** Rows of a subform that publish reckons with. */
    static final int PUBLISHED_ROWS = 200;

    /** Steps allowed at publish; at most half a second. */
    static final long MAX_PUBLISHED = 500_000;

    /** Steps allowed at run time, where subforms may be longer than reckoned. */
    static final long MAX_RUNNING = 2_000_000;

    private static final long CEILING = Long.MAX_VALUE / 4;

    private final long rows;

    private Cost(long rows) {
        this.rows = rows;
    }

    static long of(Tree tree, long rows) {
        return new Cost(Math.max(1, rows)).steps(tree);
    }

    private long steps(Tree tree) {
        if (tree instanceof Tree.Filter filter) {
            return loop(filter.list(), filter.condition());
        }
        if (tree instanceof Tree.Quantified quantified) {
            return loop(quantified.list(), quantified.condition());
        }
        if (tree instanceof Tree.Each each) {
            return loop(each.list(), each.result());
        }
        long total = tree.type().is(Type.Kind.LIST) && !(tree instanceof Tree.ListOf) ? rows : 1;
        for (Tree child : Trees.children(tree)) {
            total = plus(total, steps(child));
        }
        return total;
    }

    private long loop(Tree list, Tree body) {
        long turns = list instanceof Tree.ListOf spelled ? spelled.items().size() : rows;
        long each = plus(1, steps(body));
        long all = turns > 0 && each > CEILING / turns ? CEILING : turns * each;
        return plus(steps(list), all);
    }

    private static long plus(long a, long b) {
        return Math.min(CEILING, a + b);
    }
}
