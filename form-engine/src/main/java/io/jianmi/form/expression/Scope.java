package io.jianmi.form.expression;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.expression.Tree.Origin;
import io.jianmi.form.expression.Tree.Reference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a name is looked up: the form's names, and around them one local variable per iteration or filter. */
final class Scope {

    /** The variable that a filter's condition sees each item as. */
    static final String ITEM = "item";

    private final Names names;
    private final @Nullable Scope outer;
    private final @Nullable Reference local;

    private Scope(Names names, @Nullable Scope outer, @Nullable Reference local) {
        this.names = names;
        this.outer = outer;
        this.local = local;
    }

    static Scope of(Names names) {
        return new Scope(names, null, null);
    }

    /** A scope in which {@code name} is an item of {@code list}; the entries of an {@link #ITEM} are names as well. */
    Scope with(String name, Tree list) {
        Type type = list.type().elementOrAny();
        List<String> source = Sources.of(list);
        return new Scope(names, this, new Reference(type, List.of(name), source, Origin.LOCAL, Sensitivity.PUBLIC));
    }

    Optional<Reference> find(String name) {
        return find(name, false);
    }

    /** Whether the name is that of a field that no expression may use. */
    boolean withholds(String name) {
        return names.withholds(name);
    }

    /** @param hidden whether a filter further in has taken over the variable {@link #ITEM} */
    private Optional<Reference> find(String name, boolean hidden) {
        if (local == null || outer == null) {
            return names.find(name).map(known -> top(name, known));
        }
        String variable = local.path().get(0);
        boolean item = variable.equals(ITEM);
        if (item && hidden) {
            return outer.find(name, true);
        }
        if (variable.equals(name)) {
            return Optional.of(local);
        }
        if (item && local.type().entries() != null) {
            Optional<Names.Name> column = local.type().entries().find(name);
            if (column.isPresent()) {
                return column.map(known -> Sources.entry(local, name, known));
            }
        }
        return outer.find(name, hidden || item);
    }

    private static Reference top(String name, Names.Name known) {
        boolean user = name.equals(Names.USER);
        return new Reference(
                known.type(),
                List.of(name),
                user ? List.of() : List.of(name),
                user ? Origin.USER : Origin.FIELD,
                known.level());
    }
}
