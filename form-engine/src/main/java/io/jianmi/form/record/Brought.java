package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.form.design.RowMoves;
import java.util.Map;
import java.util.UUID;

/**
 * A record as a version to come will hold it.
 *
 * @param columns its new columns with both seals, as a statement takes them
 * @param cells by subform, the new columns of its rows
 * @param fields by path, what became of the values that moved
 */
record Brought(
        UUID id,
        ObjectNode columns,
        Map<String, ArrayNode> cells,
        Map<String, RowMoves.Tally> fields,
        boolean intact) {}
