package io.jianmi.form.compile;

import io.jianmi.form.definition.LocalText;
import io.jianmi.form.expression.CompiledExpression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule. A field that some rule shows is hidden unless one of those is true; one that a true rule hides is hidden.
 *
 * @param when condition of the effects; null for a check
 * @param set field key to the value that the rule gives it
 * @param check fails only when false; null for effects
 * @param at field that the message belongs to; null for the whole record
 */
public record CompiledRule(
        @Nullable CompiledExpression when,
        List<String> show,
        List<String> hide,
        List<String> require,
        List<String> readOnly,
        Map<String, CompiledExpression> set,
        @Nullable CompiledExpression check,
        LocalText message,
        @Nullable String at) {

    public CompiledRule {
        show = List.copyOf(show);
        hide = List.copyOf(hide);
        require = List.copyOf(require);
        readOnly = List.copyOf(readOnly);
        set = Map.copyOf(set);
    }
}
