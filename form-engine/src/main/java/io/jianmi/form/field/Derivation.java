package io.jianmi.form.field;

import io.jianmi.form.definition.FieldOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options of a field whose value is worked out for each reader, from what he may see elsewhere: it has no column, nobody sends it and
 * nothing is computed with it.
 */
public sealed interface Derivation extends FieldOptions {

    /**
     * One field of the record that a relation points at.
     *
     * @param through key of the relation
     * @param field key of the field of the other form
     */
    record LookUp(String through, String field) implements Derivation {}

    /**
     * Many rows as one value.
     *
     * @param form key of the form whose records are rolled up; empty for rows of a subform of this form
     * @param key of the relation of that form that points here, or of the subform
     * @param field key of the field of those rows; empty when they are counted
     * @param filter FEEL over those rows, null for all of them
     */
    record RollUp(
            Optional<String> form,
            String key,
            Optional<String> field,
            Aggregate aggregate,
            @Nullable String filter) implements Derivation {}

    /** How many values become one; empty ones are left out. */
    enum Aggregate {
        COUNT,
        SUM,
        AVERAGE,
        MIN,
        MAX;

        /** The word in definitions. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Aggregate> parse(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(aggregate -> aggregate.key().equals(word))
                    .findFirst();
        }
    }
}
