package io.jianmi.form.field.richtext;

/**
 * A piece of text that carries the same marks throughout, or a line break.
 *
 * @param text of a line break, a line feed
 */
record Run(String text, boolean lineBreak, Marks marks) {

    static Run of(String text, Marks marks) {
        return new Run(text, false, marks);
    }

    static Run lineBreak(Marks marks) {
        return new Run("\n", true, marks);
    }

    boolean joins(Run next) {
        return !lineBreak && !next.lineBreak && marks.equals(next.marks);
    }
}
