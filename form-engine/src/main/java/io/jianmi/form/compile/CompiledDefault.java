package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.expression.CompiledExpression;

/** A field's default, checked. */
public sealed interface CompiledDefault {

    /** @param value in stored form */
    record Constant(JsonNode value) implements CompiledDefault {}

    /** @param expression over {@code user} and the record's other fields */
    record Formula(CompiledExpression expression) implements CompiledDefault {}
}
