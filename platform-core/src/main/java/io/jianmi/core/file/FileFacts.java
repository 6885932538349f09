package io.jianmi.core.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.FileLayout;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.json.Json;
import java.util.UUID;

/**
 * What is told about a file; sealed wherever it is stored, since a name alone may tell of a person.
 *
 * @param type media type by content
 */
public record FileFacts(String name, long bytes, String type) {

    ObjectNode sealed() {
        return Json.NODES.objectNode().put("name", name).put("bytes", bytes).put("type", type);
    }

    static FileFacts of(JsonNode opened) {
        FileFacts facts = new FileFacts(
                opened.path("name").asText(),
                opened.path("bytes").asLong(),
                opened.path("type").asText());
        if (facts.bytes < 1 || facts.name.isEmpty()) {
            throw new IntegrityException();
        }
        return facts;
    }

    /** As answers show it. */
    public ObjectNode json(UUID id) {
        return Json.NODES
                .objectNode()
                .put("id", id.toString())
                .put("name", name)
                .put("bytes", bytes)
                .put("type", type);
    }

    public FileLayout layout() {
        return new FileLayout(bytes);
    }

    @Override
    public String toString() {
        return type + " of " + bytes + " bytes";
    }
}
