package io.jianmi.core.crypto;

/**
 * How many bits all non-unique blind indexes of one field may have together (CipherSweet's rule): with R rows the
 * expected number of rows per token must stay between 2 and sqrt(R), so that a token finds few rows but names none.
 *
 * @param fewest below it a search decrypts more than sqrt(R) rows
 * @param most above it a token points at fewer than two rows
 */
public record IndexWidth(int fewest, int most) {

    /** A unique value has no equal rows to hide among; its token is as wide as an AES block. */
    public static final int UNIQUE = 128;

    private static final int FEWEST_ROWS = 16;

    /** @throws IllegalArgumentException for fewer than 16 rows: no width hides anything there */
    public static IndexWidth forRows(long rows) {
        if (rows < FEWEST_ROWS) {
            throw new IllegalArgumentException("too few rows for a blind index");
        }
        int most = 0;
        while (rows >= 2L << (most + 1)) {
            most++;
        }
        int fewest = 0;
        while (rows > Math.sqrt((double) rows) * (1L << fewest)) {
            fewest++;
        }
        return new IndexWidth(fewest, most);
    }

    /** Whether indexes of these bits, over domains of {@code log2} of their possible values, hide enough rows. */
    public boolean holds(int totalBits) {
        return totalBits >= fewest && totalBits <= most;
    }
}
