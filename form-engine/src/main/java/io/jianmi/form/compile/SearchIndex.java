package io.jianmi.form.compile;

/**
 * A blind index of a protected field.
 *
 * @param mode {@code exact} or {@code last4}
 * @param column such as {@code mobile_ix_exact}
 * @param bits width of its tokens
 * @param unique one token may stand once among the records that are not in the recycle bin
 * @param searchable people with the right may search by it; an index that only keeps a value unique is not
 */
public record SearchIndex(String mode, String column, int bits, boolean unique, boolean searchable) {

    /** @param stem what the names of its field's columns begin with */
    static String column(String stem, String mode) {
        return stem + "_ix_" + mode;
    }

    SearchIndex in(String stem) {
        return new SearchIndex(mode, column(stem, mode), bits, unique, searchable);
    }
}
