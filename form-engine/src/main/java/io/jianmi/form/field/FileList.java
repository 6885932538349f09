package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The family of attachments, stored as the ids of files. Whether an id is an upload of this actor is known where records are
 * written; names, sizes and types are added by the runtime, since they are sealed with the file.
 */
public abstract class FileList implements FieldType<FileOptions> {

    private static final int DEFAULT_FILES = 10;
    private static final int DEFAULT_BYTES = 20 << 20;

    private final String key;
    private final List<String> accept;

    /** @param accept what the type takes when the definition names nothing */
    protected FileList(String key, List<String> accept) {
        this.key = key;
        this.accept = accept;
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final Class<FileOptions> optionsType() {
        return FileOptions.class;
    }

    @Override
    public final FileOptions options(OptionReader in) {
        List<String> named = new ArrayList<>();
        in.node().path("accept").forEach(one -> named.add(one.asText()));
        return new FileOptions(
                in.integer("maxFiles", DEFAULT_FILES),
                in.integer("maxBytes", DEFAULT_BYTES),
                named.isEmpty() ? accept : named);
    }

    /** Ids, or objects with an id as answers show them. What is no id is missing like an id of nothing. */
    @Override
    public final Optional<JsonNode> read(JsonNode in, FileOptions options, Report report) {
        if (!in.isArray()) {
            report.error("field.type", Map.of("expected", "files"));
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        boolean sound = true;
        for (int i = 0; i < in.size(); i++) {
            JsonNode one = in.get(i);
            Optional<String> id = id(one.isObject() ? one.path("id") : one);
            if (id.isPresent()) {
                ids.add(id.get());
            } else {
                report.child(i).error("file.unknown");
                sound = false;
            }
        }
        if (ids.size() > options.maxFiles()) {
            report.error("file.too-many", Map.of("max", options.maxFiles()));
            sound = false;
        }
        if (!sound) {
            return Optional.empty();
        }
        ArrayNode stored = Json.NODES.arrayNode(ids.size());
        ids.forEach(stored::add);
        return Optional.of(ids.isEmpty() ? Json.NODES.nullNode() : stored);
    }

    private static Optional<String> id(JsonNode sent) {
        try {
            return sent.isTextual()
                    ? Optional.of(UUID.fromString(sent.textValue()).toString())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public final ArrayNode write(JsonNode stored, FileOptions options) {
        ArrayNode out = Json.NODES.arrayNode(stored.size());
        stored.forEach(id -> out.addObject().set("id", id));
        return out;
    }

    @Override
    public final ColumnType column(FileOptions options) {
        return ColumnType.JSONB;
    }

    @Override
    public final Type valueType(FileOptions options) {
        return Type.list(Type.STRING);
    }
}
