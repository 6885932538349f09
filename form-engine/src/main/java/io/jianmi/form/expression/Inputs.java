package io.jianmi.form.expression;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The fields an expression reads: {@code amount}, {@code deals}, {@code deals.sum}. */
final class Inputs {

    private Inputs() {}

    static Set<String> of(Tree tree) {
        Set<String> inputs = new TreeSet<>();
        collect(tree, inputs);
        return Set.copyOf(inputs);
    }

    private static void collect(Tree tree, Set<String> inputs) {
        List<String> source =
                tree instanceof Tree.Reference || tree instanceof Tree.Path ? Sources.of(tree) : List.of();
        if (!source.isEmpty()) {
            inputs.add(String.join(".", source));
        }
        Trees.children(tree).forEach(child -> collect(child, inputs));
    }
}
