package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of field. Stateless and thread-safe.
 *
 * <p>A value has one stored form, a JSON value: it is what a ciphertext seals, what a clear column is converted from, and what goes
 * out again. JSON null is the empty value.
 *
 * @param <D> the type's own options
 */
public interface FieldType<D extends FieldOptions> {

    /** Stable key in definitions, such as {@code id-card}. */
    String key();

    Class<D> optionsType();

    /** Reads the options that only this type knows, reporting what contradicts itself. */
    D options(OptionReader in);

    /**
     * The stored form of a value sent by a client, JSON null when it amounts to nothing (blank text); empty when refused, which is
     * then reported with a code and never with the value.
     *
     * @param in neither null nor missing
     */
    Optional<JsonNode> read(JsonNode in, D options, Report report);

    /** What a client gets; member, relation and file names are added by the runtime. */
    default JsonNode write(JsonNode stored, D options) {
        return stored;
    }

    /** A clear value, as a client gets it, as the name of its record. */
    default String title(JsonNode shown) {
        return shown.asText();
    }

    /** The column of a clear value. */
    ColumnType column(D options);

    /** The type of the value in expressions. */
    Type valueType(D options);

    /** The value in expressions: BigDecimal, String, Boolean, LocalDate, a list of these, null for empty. */
    default @Nullable Object toExpression(JsonNode stored, D options) {
        return ExpressionValues.of(stored, valueType(options));
    }

    /** The least level that the kind of value implies (design: structured types are internal). */
    default Sensitivity leastLevel() {
        return Sensitivity.INTERNAL;
    }

    /** True when people may write anything into it, so that a definition must name a level. */
    default boolean freeText() {
        return false;
    }

    /** What the type can do beyond the contract; empty when it cannot. */
    default <C> Optional<C> capability(Class<C> kind) {
        return kind.isInstance(this) ? Optional.of(kind.cast(this)) : Optional.empty();
    }

    /** The type with one field's options; another type with its own where this one only stands for it. */
    default TypedField<?> with(FieldOptions options) {
        return new TypedField<>(this, optionsType().cast(options));
    }
}
