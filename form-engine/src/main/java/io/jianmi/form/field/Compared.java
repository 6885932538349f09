package io.jianmi.form.field;

import org.jooq.Field;

/** The type's clear column holds more than conditions see. */
public interface Compared {

    /** What {@link FieldType#toExpression} gives, of a column; null where the column is. */
    Field<?> compared(Field<?> column);
}
