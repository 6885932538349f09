package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Nested;
import io.jianmi.form.field.ReferenceOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known for ever of a field that a form had: enough to go on sealing the values that records hold of it, and to give its key back
 * to nothing else.
 *
 * @param path key, below its subform's as {@code subform.field}
 * @param type key of its type
 * @param level that held when it was last published
 * @param storage type of its clear column, whether or not it is sealed
 * @param stored whether it has a column at all: neither a subform itself nor what is worked out for each reader has one
 * @param target form that its values point at, empty for none
 * @param purposes for which it may be revealed
 * @param tokens kinds of tokens of its blind indexes, such as {@code exact/15}
 * @param moved version that gave its values columns of their own, 0 for those that it came with
 */
public record KeptField(
        String path,
        String type,
        Sensitivity level,
        ColumnType storage,
        boolean stored,
        String target,
        Set<String> purposes,
        Set<String> tokens,
        int moved) {

    /** Stands between a field's path and the last version that stored it so, where what could not be converted is kept. */
    private static final char LEFT = '@';

    static final String SUBFORM = "subform";

    public KeptField {
        purposes = Set.copyOf(purposes);
        tokens = Set.copyOf(tokens);
    }

    static KeptField of(CompiledField field) {
        boolean stored =
                !field.derived() && field.type().capability(Nested.class).isEmpty();
        return new KeptField(
                field.path(),
                field.definition().type(),
                field.level(),
                stored ? field.type().column() : ColumnType.JSONB,
                stored,
                field.type().references().map(ReferenceOptions::form).orElse(""),
                field.tag().purposes(),
                field.indexes().stream().map(KeptField::token).collect(Collectors.toSet()),
                field.moved());
    }

    /** What could not be converted of it, under a path that no field can have. */
    KeptField left(int until) {
        return new KeptField(path + LEFT + until, type, level, storage, stored, target, purposes, tokens, moved);
    }

    /** Whether it is only what could not be converted. */
    boolean isLeft() {
        return path.indexOf(LEFT) >= 0;
    }

    /** Tokens of two indexes compare where this is the same. */
    static String token(SearchIndex index) {
        return index.mode() + "/" + index.bits();
    }

    public String key() {
        return path.substring(path.indexOf('.') + 1);
    }

    /** Key of the subform that it is a column of; null for a field of the record. */
    public @Nullable String subform() {
        int dot = path.indexOf('.');
        return dot < 0 ? null : path.substring(0, dot);
    }

    /** Whether its values are sealed at rest. */
    public boolean encrypted() {
        return level.encrypted();
    }

    private String stem() {
        String key = key();
        return CompiledField.stem(isLeft() ? key.substring(0, key.indexOf(LEFT)) : key, moved);
    }

    /** The column that holds its values. */
    public String column() {
        return CompiledField.column(stem(), encrypted());
    }

    /** The columns of its blind indexes. */
    public List<String> tokenColumns() {
        return tokens.stream()
                .map(token -> SearchIndex.column(stem(), token.substring(0, token.indexOf('/'))))
                .sorted()
                .toList();
    }

    public ColumnType columnType() {
        return encrypted() ? ColumnType.BYTEA : storage;
    }

    /** As it is stored with a version. */
    ObjectNode json() {
        ObjectNode json = Json.NODES
                .objectNode()
                .put("path", path)
                .put("type", type)
                .put("level", level.key())
                .put("storage", storage.sql())
                .put("stored", stored)
                .put("target", target);
        purposes.stream().sorted().forEach(json.putArray("purposes")::add);
        tokens.stream().sorted().forEach(json.putArray("tokens")::add);
        return moved == 0 ? json : json.put("moved", moved);
    }

    static KeptField read(JsonNode json) {
        return new KeptField(
                json.path("path").asText(),
                json.path("type").asText(),
                Sensitivity.parse(json.path("level").asText()),
                ColumnType.parse(json.path("storage").asText()).orElseThrow(),
                json.path("stored").asBoolean(),
                json.path("target").asText(),
                texts(json.path("purposes")),
                texts(json.path("tokens")),
                json.path("moved").asInt());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
