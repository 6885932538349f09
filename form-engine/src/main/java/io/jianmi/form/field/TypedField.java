package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field type together with the options of one field: the contract without its type parameter. */
public record TypedField<D extends FieldOptions>(FieldType<D> type, D options) {

    /** See {@link FieldType#read}. */
    public Optional<JsonNode> read(JsonNode in, Report report) {
        return type.read(in, options, report);
    }

    public JsonNode write(JsonNode stored) {
        return stored.isNull() ? stored : type.write(stored, options);
    }

    public ColumnType column() {
        return type.column(options);
    }

    public Type valueType() {
        return type.valueType(options);
    }

    /** What an expression has to give whose result is to be kept here. */
    public Type resultType() {
        return type.capability(Computable.class)
                .flatMap(computable -> Optional.ofNullable(computable.takes()))
                .orElseGet(this::valueType);
    }

    /** See {@link FieldType#toExpression}. */
    public @Nullable Object toExpression(JsonNode stored) {
        return type.toExpression(stored, options);
    }

    /** The stored form of a computed value, empty when it does not fit or the type is not computable. */
    @SuppressWarnings("unchecked") // a type's Computable has the type's own options
    public Optional<JsonNode> fromResult(@Nullable Object result) {
        return type.capability(Computable.class)
                .flatMap(computable -> result == null
                        ? Optional.of(Json.NODES.nullNode())
                        : ((Computable<D>) computable).fromResult(result, options));
    }

    /** Where the ids lead that the value holds; empty for a value that holds none. */
    public Optional<ReferenceOptions> references() {
        return options instanceof ReferenceOptions references ? Optional.of(references) : Optional.empty();
    }

    /** Where the value comes from that is worked out for each reader; empty for a value that is kept. */
    public Optional<Derivation> derivation() {
        return options instanceof Derivation derivation ? Optional.of(derivation) : Optional.empty();
    }

    /** What the field takes of files; empty for a value that holds none. */
    public Optional<FileOptions> attachments() {
        return options instanceof FileOptions files ? Optional.of(files) : Optional.empty();
    }

    public <C> Optional<C> capability(Class<C> kind) {
        return type.capability(kind);
    }
}
