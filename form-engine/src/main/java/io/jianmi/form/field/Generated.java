package io.jianmi.form.field;

import io.jianmi.form.definition.FieldOptions;
import java.time.LocalDate;

/**
 * The server gives the value, nobody sends it: the next number of a period.
 *
 * @param <D> the type's own options
 */
public interface Generated<D extends FieldOptions> {

    /** Numbers count from 1 within a period; such as {@code 2026-11}, empty when they never start again. */
    String period(LocalDate day, D options);

    /** True when numbers follow each other without a gap, whatever fails; writers then come one after the other. */
    boolean gapFree(D options);

    String format(long number, LocalDate day, D options);
}
