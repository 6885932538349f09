package io.jianmi.form.definition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule: {@code when} with effects, or {@code check} with a message.
 *
 * @param set field key to expression
 * @param at the field that the message belongs to
 */
public record RuleDefinition(
        String pointer,
        @Nullable String when,
        List<String> show,
        List<String> hide,
        List<String> require,
        List<String> readOnly,
        Map<String, String> set,
        @Nullable String check,
        LocalText message,
        @Nullable String at) {

    public RuleDefinition {
        show = List.copyOf(show);
        hide = List.copyOf(hide);
        require = List.copyOf(require);
        readOnly = List.copyOf(readOnly);
        set = Map.copyOf(set);
    }
}
