package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A formula, a default or a workflow may compute values of this type.
 *
 * @param <D> the type's own options
 */
public interface Computable<D extends FieldOptions> {

    /**
     * The stored form of an expression's result, formatted to the field (numbers are rounded half-even to its scale); empty when the
     * result does not fit.
     *
     * @param result as the engine gives it, null for FEEL's null
     */
    Optional<JsonNode> fromResult(@Nullable Object result, D options);
}
