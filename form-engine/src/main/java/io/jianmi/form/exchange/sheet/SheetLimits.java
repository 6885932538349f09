package io.jianmi.form.exchange.sheet;

/**
 * How much an import takes.
 *
 * @param bytes of the file
 * @param inflated bytes of all parts of a workbook together
 * @param rows below the heading
 * @param columns of one row
 * @param cell characters of one cell
 */
public record SheetLimits(int bytes, long inflated, int rows, int columns, int cell) {

    /** A hundred thousand customers fit several times; the shared texts of a workbook stay well below the heap. */
    public static final SheetLimits DEFAULT = new SheetLimits(32 << 20, 400L << 20, 200_000, 500, 20_000);
}
