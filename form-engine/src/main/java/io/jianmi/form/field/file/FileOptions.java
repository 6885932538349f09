package io.jianmi.form.field.file;

import io.jianmi.form.definition.FieldOptions;

/**
 * @param maxFiles most files in the field
 * @param maxBytes most bytes of one file
 */
public record FileOptions(int maxFiles, int maxBytes) implements FieldOptions {}
