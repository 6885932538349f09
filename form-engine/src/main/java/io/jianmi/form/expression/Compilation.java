package io.jianmi.form.expression;

import io.jianmi.core.problem.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What compiling gave: an expression, or findings with pointers relative to the expression (so empty); callers put them
 * below their own with {@link Finding#below}.
 */
public record Compilation(Optional<CompiledExpression> expression, List<Finding> findings) {

    static Compilation of(CompiledExpression expression) {
        return new Compilation(Optional.of(expression), List.of());
    }

    static Compilation failed(List<Finding> findings) {
        return new Compilation(Optional.empty(), List.copyOf(findings));
    }
}
