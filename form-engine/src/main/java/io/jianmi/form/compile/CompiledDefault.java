package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.expression.CompiledExpression;

/** A field's default, checked. */
public sealed interface CompiledDefault {

    /** @param value in stored form */
    record Constant(JsonNode value) implements CompiledDefault {}

    /** @param expression over {@code user} and the record's other fields */
    record Formula(CompiledExpression expression) implements CompiledDefault {}

    /**
     * The value of a field in the newest record of another form that fits a condition, as far as whoever fills in may read it there.
     *
     * @param form key of that form
     * @param field of that form
     * @param where which of its records
     */
    record Linkage(String form, String field, LinkageCondition where) implements CompiledDefault {}
}
