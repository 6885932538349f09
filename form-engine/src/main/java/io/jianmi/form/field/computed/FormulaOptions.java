package io.jianmi.form.field.computed;

import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.field.TypedField;

/** @param result the type of what the formula gives, with its options */
public record FormulaOptions(TypedField<?> result) implements FieldOptions {}
