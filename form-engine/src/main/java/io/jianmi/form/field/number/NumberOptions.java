package io.jianmi.form.field.number;

import io.jianmi.form.definition.FieldOptions;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * @param scale digits after the point, -1 for any
 * @param minimum least value, null for none
 * @param maximum greatest value, null for none
 */
public record NumberOptions(
        int scale, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) implements FieldOptions {}
