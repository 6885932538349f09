package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.exchange.sheet.SheetRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes the rows of a file as they are read: the heading becomes the mapping, the rest sealed chunks that the import works through.
 * For worker threads.
 */
final class Upload implements SheetRows {

    /** Rows of one chunk: as many as one command makes with comfort. */
    static final int CHUNK = 500;

    /** Characters of one chunk, about. */
    private static final int LONGEST = 512 << 10;

    private final Chunks chunks;
    private final Vault.Owner owner;
    private final ObjectNode wanted;
    private final List<CompiledField> fields;
    private ArrayNode held = Json.NODES.arrayNode();
    private int length;
    private int parts;
    private int rows;
    private ColumnMapping mapping = new ColumnMapping(Map.of());
    private boolean headed;

    Upload(Chunks chunks, Vault.Owner owner, ObjectNode wanted, List<CompiledField> fields) {
        this.chunks = chunks;
        this.owner = owner;
        this.wanted = wanted;
        this.fields = fields;
    }

    @Override
    public void row(int line, List<JsonNode> cells) {
        if (!headed) {
            headed = true;
            List<Finding> findings = new ArrayList<>();
            mapping = ColumnMapping.of(cells, wanted, fields, findings);
            if (Finding.anyBlocks(findings)) {
                throw ProblemException.of(ExchangeProblem.MAPPING, findings);
            }
            return;
        }
        rows++;
        ArrayNode row = held.addArray().add(line);
        for (JsonNode cell : cells) {
            row.add(cell);
            length += cell.asText().length();
        }
        if (held.size() >= CHUNK || length > LONGEST) {
            store();
        }
    }

    /** Stores what is left. */
    void finish() {
        if (!held.isEmpty()) {
            store();
        }
    }

    private void store() {
        Waiting.on(chunks.put(owner, parts, held));
        parts++;
        held = Json.NODES.arrayNode();
        length = 0;
    }

    ColumnMapping mapping() {
        return mapping;
    }

    int parts() {
        return parts;
    }

    int rows() {
        return rows;
    }
}
