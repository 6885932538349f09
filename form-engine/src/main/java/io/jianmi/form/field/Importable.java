package io.jianmi.form.field;

/**
 * The type's values stand in one cell of a spreadsheet and are read back from it as they were. A cell is a JSON scalar:
 * text, number, true or false, null when it is empty. What comes out of a cell is what a client might send; whether it is
 * acceptable {@link FieldType#read} says, for everybody alike.
 */
public interface Importable {

    /** How the type's values look in a cell. */
    default SheetShape shape() {
        return SheetShape.TEXT;
    }
}
