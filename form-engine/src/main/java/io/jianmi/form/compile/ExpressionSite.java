package io.jianmi.form.compile;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.expression.Compilation;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.expression.Expressions;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one definition, collecting findings below the places where they stand. */
record ExpressionSite(Expressions expressions, List<Finding> findings) {

    /** Stands for the actor while SQL is tried: every entry known, none empty. */
    static final Map<String, Object> SAMPLE_USER = Map.of(
            "id",
            "0",
            "name",
            "0",
            "department",
            "0",
            "departments",
            List.of("0"),
            "headOf",
            List.of("0"),
            "roles",
            List.of("0"));

    @Nullable
    CompiledExpression compile(@Nullable String text, Names names, Type expected, String pointer) {
        if (text == null) {
            return null;
        }
        Compilation compilation = expressions.compile(text, names, expected);
        compilation.findings().forEach(finding -> findings.add(finding.below(pointer)));
        return compilation.expression().orElse(null);
    }

    @Nullable
    CompiledExpression condition(@Nullable String text, Names names, String pointer) {
        return compile(text, names, Type.BOOLEAN, pointer);
    }

    /** A condition over stored records that must become SQL. */
    @Nullable
    CompiledExpression filter(
            @Nullable String text, Names names, Function<String, Optional<Field<?>>> columns, String pointer) {
        CompiledExpression compiled = condition(text, SystemField.in(names), pointer);
        if (compiled != null) {
            compiled.toSql(columns, SAMPLE_USER).findings().forEach(finding -> findings.add(finding.below(pointer)));
        }
        return compiled;
    }

    /** Silent: for looking at an expression before everything is known. */
    Optional<CompiledExpression> peek(String text, Names names, Type expected) {
        return expressions.compile(text, names, expected).expression();
    }
}
