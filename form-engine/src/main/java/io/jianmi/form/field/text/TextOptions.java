package io.jianmi.form.field.text;

import io.jianmi.form.definition.FieldOptions;

/** @param maxLength in code points */
public record TextOptions(int maxLength) implements FieldOptions {}
