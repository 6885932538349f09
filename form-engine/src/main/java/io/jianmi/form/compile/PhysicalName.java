package io.jianmi.form.compile;

import io.jianmi.core.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of tables and indexes. PostgreSQL cuts identifiers at 63 bytes; ours are cut by us, with a digest that keeps them apart. */
final class PhysicalName {

    private static final int MAX = 63;
    private static final int DIGEST_BYTES = 4;
    private static final Pattern MOVED = Pattern.compile("_v\\d+$");

    private PhysicalName() {}

    static String table(String form) {
        return fit("f_" + form.replace('-', '_'));
    }

    static String childTable(String form, String subform) {
        return fit("f_" + form.replace('-', '_') + "__" + subform);
    }

    /** Index names are unique in a schema, so they start with their table. */
    static String index(String table, String what) {
        return fit(table + "__" + what);
    }

    /** Names of the indexes that keep the values of a field unique: by its clear column, or by the column of its exact blind index. */
    static Stream<String> uniqueIndexes(String table, String column) {
        String exact = "_ix_exact";
        String key = column.endsWith(exact) ? column.substring(0, column.length() - exact.length()) : column;
        // Of a field that moved its first such index may bear the name that it had before.
        return Stream.of(
                index(table, key + "_unique"),
                index(table, key + "_exact"),
                index(table, MOVED.matcher(key).replaceAll("") + "_unique"));
    }

    /**
     * An index that serves lists and nothing else. Its name tells its definition, so that a changed view gets a new index and the old one
     * is known to serve no longer.
     */
    static String listIndex(String table, String what, String definition) {
        return fit(listIndexes(table) + what + "_" + digest(definition));
    }

    /** Whether a standing index is one of those: they may go when no view asks for them. */
    static boolean isListIndex(String table, String index) {
        return index.startsWith(listIndexes(table));
    }

    private static String listIndexes(String table) {
        return table + "__list__";
    }

    private static String fit(String name) {
        if (name.length() <= MAX) {
            return name;
        }
        return name.substring(0, MAX - 1 - 2 * DIGEST_BYTES) + "_" + digest(name);
    }

    private static String digest(String name) {
        byte[] hash = Sha256.of(name.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    }
}
