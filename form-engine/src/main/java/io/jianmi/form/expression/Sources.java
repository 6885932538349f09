package io.jianmi.form.expression;

import io.jianmi.form.expression.Tree.Origin;
import io.jianmi.form.expression.Tree.Reference;
import java.util.ArrayList;
import java.util.List;

/** Which field the value of a tree comes from, as far as one can say. */
final class Sources {

    private Sources() {}

    /** The field path of a reference, or of the list that was filtered or indexed; empty for a computed value. */
    static List<String> of(Tree tree) {
        if (tree instanceof Reference reference) {
            return reference.source();
        }
        if (tree instanceof Tree.Path path) {
            return path.source();
        }
        if (tree instanceof Tree.Filter filter) {
            return of(filter.list());
        }
        return tree instanceof Tree.Index index ? of(index.list()) : List.of();
    }

    /** One step further into a reference; over a list it projects. */
    static Reference entry(Reference base, String key, Names.Name known) {
        return new Reference(
                projected(base.type(), known.type()),
                append(base.path(), key),
                base.origin() == Origin.USER ? List.of() : entry(base.source(), key, known),
                base.origin(),
                known.level());
    }

    /** What is read is the field; a part of its value is none. */
    static List<String> entry(List<String> source, String key, Names.Name known) {
        return source.isEmpty() || known.part() ? source : append(source, key);
    }

    static Type projected(Type base, Type entry) {
        return base.is(Type.Kind.LIST) ? Type.list(entry) : entry;
    }

    private static List<String> append(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
