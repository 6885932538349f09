package io.jianmi.form.field.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import java.util.Map;
import java.util.Optional;

/** Attachments. Upload is not part of this version: an empty list is the only value accepted. */
public final class FileType implements FieldType<FileOptions> {

    private static final int DEFAULT_FILES = 10;
    private static final int DEFAULT_BYTES = 20 << 20;

    @Override
    public String key() {
        return "file";
    }

    @Override
    public Class<FileOptions> optionsType() {
        return FileOptions.class;
    }

    @Override
    public FileOptions options(OptionReader in) {
        return new FileOptions(in.integer("maxFiles", DEFAULT_FILES), in.integer("maxBytes", DEFAULT_BYTES));
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FileOptions options, Report report) {
        if (!in.isArray()) {
            report.error("field.type", Map.of("expected", "files"));
            return Optional.empty();
        }
        if (!in.isEmpty()) {
            report.error("file.not-available");
            return Optional.empty();
        }
        return Optional.of(Json.NODES.nullNode());
    }

    @Override
    public ColumnType column(FileOptions options) {
        return ColumnType.JSONB;
    }

    @Override
    public Type valueType(FileOptions options) {
        return Type.list(Type.STRING);
    }
}
