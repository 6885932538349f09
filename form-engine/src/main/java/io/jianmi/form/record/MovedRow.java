package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.design.RowMoves;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is gathered of one row, of a record or of one of its subforms, on its way to a version that stores some of it otherwise. Values go by
 * the keys of their fields.
 */
final class MovedRow {

    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, JsonNode> clear;
    private final Map<String, byte[]> cells;
    private final Map<String, JsonNode> leftClear = new LinkedHashMap<>();
    private final Map<String, byte[]> leftCells = new HashMap<>();
    private final Map<String, RowMoves.Tally> tallies = new HashMap<>();

    /** Its new columns, as a statement takes them. */
    private final ObjectNode columns = Json.NODES.objectNode();

    /** @param clear what it holds in clear, written as the version to come reads it */
    MovedRow(Map<String, JsonNode> clear, Map<String, byte[]> cells) {
        this.clear = new LinkedHashMap<>(clear);
        this.cells = new HashMap<>(cells);
    }

    void became(CompiledField now, JsonNode value) {
        clear.put(now.key(), value);
        columns.set(now.column(), value);
    }

    void became(CompiledField now, byte[] cell) {
        cells.put(now.key(), cell);
        columns.put(now.column(), hex(cell));
    }

    void found(String column, byte[] token) {
        columns.put(column, hex(token));
    }

    void count(String path, RowMoves.Tally tally) {
        tallies.merge(path, tally, RowMoves.Tally::plus);
    }

    Map<String, JsonNode> clear() {
        return clear;
    }

    Map<String, byte[]> cells() {
        return cells;
    }

    /** What cannot be converted, by the keys under which it is kept. */
    Map<String, JsonNode> leftClear() {
        return leftClear;
    }

    Map<String, byte[]> leftCells() {
        return leftCells;
    }

    ObjectNode columns() {
        return columns;
    }

    /** What became of each field that moves, by path. */
    Map<String, RowMoves.Tally> tallies() {
        return tallies;
    }

    static String hex(byte[] bytes) {
        return "\\x" + HEX.formatHex(bytes);
    }
}
