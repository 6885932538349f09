package io.jianmi.form.field.serial;

import io.jianmi.form.definition.FieldOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * @param pattern such as {@code KH-{yyyy}{MM}-{00000}}
 * @param reset when numbers start at 1 again
 * @param gapFree whether a record that fails may leave no number unused
 */
public record SerialOptions(SerialPattern pattern, Reset reset, boolean gapFree) implements FieldOptions {

    /** Periods of counting. */
    public enum Reset {
        NEVER,
        YEAR,
        MONTH,
        DAY;

        static Optional<Reset> parse(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(reset -> reset.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }
}
