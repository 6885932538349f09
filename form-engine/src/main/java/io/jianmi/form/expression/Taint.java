package io.jianmi.form.expression;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.expression.Tree.Relation;
import java.util.Set;

/**
 * The level that a result inherits: the highest among its inputs. Only a count and an "is filled" lower it, to internal;
 * the condition that chose what was counted keeps its own level, for the count tells whether it held.
 */
final class Taint {

    private static final Set<String> LOWERING = Set.of("count", "is empty", "is defined");

    private Taint() {}

    static Sensitivity of(Tree tree) {
        if (tree instanceof Tree.Reference reference) {
            return reference.level().max(Levels.within(reference.type()));
        }
        if (tree instanceof Tree.Path path) {
            return container(path.base()).max(path.level()).max(Levels.within(path.type()));
        }
        if (tree instanceof Tree.Filter || tree instanceof Tree.Index) {
            return container(tree).max(Levels.within(tree.type()));
        }
        if (tree instanceof Tree.Quantified some) {
            return container(some.list()).max(of(some.condition()));
        }
        if (tree instanceof Tree.Each each) {
            return container(each.list()).max(of(each.result()));
        }
        if (tree instanceof Tree.Comparison test && test.relation() == Relation.EQUAL) {
            if (Trees.isNull(test.right())) {
                return lowered(test.left());
            }
            if (Trees.isNull(test.left())) {
                return lowered(test.right());
            }
        }
        if (tree instanceof Tree.Call call && LOWERING.contains(call.function().name())) {
            return lowered(call.arguments().get(0));
        }
        return highestChild(tree);
    }

    private static Sensitivity highestChild(Tree tree) {
        return Trees.children(tree).stream().map(Taint::of).reduce(Sensitivity.PUBLIC, Sensitivity::max);
    }

    /** Of a list as such: that it has these items, not what is in the columns nobody reads. */
    private static Sensitivity container(Tree tree) {
        if (tree instanceof Tree.Reference reference) {
            return reference.level();
        }
        if (tree instanceof Tree.Filter filter) {
            return container(filter.list()).max(of(filter.condition()));
        }
        if (tree instanceof Tree.Index index) {
            return container(index.list()).max(of(index.position()));
        }
        return of(tree);
    }

    private static Sensitivity lowered(Tree tree) {
        if (tree instanceof Tree.Reference reference) {
            return reference.level() == Sensitivity.PUBLIC ? Sensitivity.PUBLIC : Sensitivity.INTERNAL;
        }
        if (tree instanceof Tree.Filter filter) {
            return lowered(filter.list()).max(of(filter.condition()));
        }
        if (tree instanceof Tree.Path path && path.level() != Sensitivity.PUBLIC) {
            return lowered(path.base()).max(Sensitivity.INTERNAL);
        }
        return of(tree);
    }
}
