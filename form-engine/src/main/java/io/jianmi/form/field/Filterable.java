package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** The type may be filtered by these operators. */
public interface Filterable {

    Set<Operator> operators();

    /**
     * The stored form of one operand (each element of a list on its own); empty when refused. By default operands are read like values,
     * except that a part of a text is any text.
     */
    default Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        if (operator == Operator.CONTAINS || operator == Operator.STARTS_WITH) {
            return Texts.read(in, Texts.MAX_OPERAND, false, report);
        }
        return field.read(in, report);
    }
}
