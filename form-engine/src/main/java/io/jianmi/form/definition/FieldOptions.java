package io.jianmi.form.definition;

/** What only one field type knows (scale, pattern, choices). Each type has its own record. */
public interface FieldOptions {

    /** A type without options of its own. */
    record None() implements FieldOptions {}
}
