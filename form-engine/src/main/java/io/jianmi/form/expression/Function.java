package io.jianmi.form.expression;

import java.util.List;

/**
 * A built-in function as the checker sees it.
 *
 * @param name the DMN name
 * @param engineName the name under which feel-engine runs it: its own built-in, or a bounded one of {@link
 *     BoundedFunctions}
 * @param names parameter names, for calls by name
 * @param parameters parameter types
 * @param required how many must be given
 * @param result the type of the result, given those of the arguments
 * @param trait what else is to be known
 */
record Function(
        String name,
        String engineName,
        List<String> names,
        List<Type> parameters,
        int required,
        Result result,
        Trait trait) {

    enum Trait {
        /** Runs in the browser too, to the same digit. */
        PORTABLE,
        /** Takes one list or many values; skips the nulls of a list that is not spelled out; portable. */
        AGGREGATE,
        /** Rounds to the scale given last, which must be a constant; portable. */
        ROUNDING,
        /** Only the server computes it. */
        SERVER
    }

    interface Result {
        Type of(List<Type> arguments);
    }

    boolean isAggregate() {
        return trait == Trait.AGGREGATE;
    }

    boolean isPortable() {
        return trait != Trait.SERVER;
    }
}
