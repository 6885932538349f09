package io.jianmi.form.field.longtext;

import io.jianmi.form.definition.FieldOptions;

/** @param maxLength in code points */
public record LongTextOptions(int maxLength) implements FieldOptions {}
