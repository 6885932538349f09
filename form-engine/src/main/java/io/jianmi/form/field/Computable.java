package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
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
     * result does not fit. FEEL's null is the empty value for every type and does not come here.
     *
     * @param result as the engine gives it
     */
    Optional<JsonNode> fromResult(Object result, D options);

    /** What an expression has to give at publish, where more fits than a value of this type is read as; null: just that. */
    default @Nullable Type takes() {
        return null;
    }
}
