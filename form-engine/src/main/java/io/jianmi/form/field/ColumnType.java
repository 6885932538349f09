package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type of a clear column, and how a stored JSON value becomes a parameter of the reactive client and back.
 *
 * @param precision most digits of a number, 0 for no bound
 * @param scale digits after the point of a number, -1 for any
 */
public record ColumnType(Kind kind, int precision, int scale) {

    /** PostgreSQL types in use. */
    public enum Kind {
        TEXT("text"),
        NUMERIC("numeric"),
        INTEGER("integer"),
        BOOLEAN("boolean"),
        DATE("date"),
        TIMESTAMPTZ("timestamptz"),
        TIME("time without time zone"),
        /** Seconds. */
        DURATION("bigint"),
        TEXT_ARRAY("text[]"),
        UUID("uuid"),
        JSONB("jsonb"),
        BYTEA("bytea");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }
    }

    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(\\d+)\\)");

    public static final ColumnType TEXT = new ColumnType(Kind.TEXT, 0, -1);
    public static final ColumnType INTEGER = new ColumnType(Kind.INTEGER, 0, -1);
    public static final ColumnType BOOLEAN = new ColumnType(Kind.BOOLEAN, 0, -1);
    public static final ColumnType DATE = new ColumnType(Kind.DATE, 0, -1);
    public static final ColumnType TIMESTAMPTZ = new ColumnType(Kind.TIMESTAMPTZ, 0, -1);
    public static final ColumnType TIME = new ColumnType(Kind.TIME, 0, -1);
    public static final ColumnType DURATION = new ColumnType(Kind.DURATION, 0, -1);
    public static final ColumnType TEXT_ARRAY = new ColumnType(Kind.TEXT_ARRAY, 0, -1);
    public static final ColumnType UUID = new ColumnType(Kind.UUID, 0, -1);
    public static final ColumnType JSONB = new ColumnType(Kind.JSONB, 0, -1);
    public static final ColumnType BYTEA = new ColumnType(Kind.BYTEA, 0, -1);

    public static ColumnType numeric(int precision, int scale) {
        return new ColumnType(Kind.NUMERIC, precision, scale);
    }

    /** Of a type as PostgreSQL's {@code format_type} prints it; empty for one not in use. */
    public static Optional<ColumnType> parse(String formatted) {
        Matcher numeric = NUMERIC.matcher(formatted);
        if (numeric.matches()) {
            return Optional.of(numeric(Integer.parseInt(numeric.group(1)), Integer.parseInt(numeric.group(2))));
        }
        String name = formatted.equals("timestamp with time zone") ? Kind.TIMESTAMPTZ.sql : formatted;
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.sql.equals(name))
                .map(kind -> new ColumnType(kind, 0, -1))
                .findFirst();
    }

    /** As in DDL, such as {@code numeric(30,2)}. */
    public String sql() {
        return precision > 0 ? kind.sql + "(" + precision + "," + scale + ")" : kind.sql;
    }

    /** Of the column that is made: numbers of any scale stand in one type, so that a scale grows without a rewrite of the table. */
    public String standing() {
        return kind.sql;
    }

    /** Whether every value of {@code old} can be written as one of this type without loss. How long a number may be is for its checks. */
    public boolean holds(ColumnType old) {
        return kind == old.kind && (scale < 0 || old.scale >= 0 && scale >= old.scale);
    }

    /** Whether a column of this type takes every value of {@code other}, so that it may stand as it is. */
    public boolean takes(ColumnType other) {
        return kind == other.kind && (precision == 0 || equals(other));
    }

    /** A stored value written as the column's values are read. */
    public JsonNode settled(JsonNode value) {
        return kind == Kind.NUMERIC && value.isTextual() ? fromColumn(new BigDecimal(value.textValue())) : value;
    }

    /** The parameter for a stored value; null for an empty one. */
    public @Nullable Object toColumn(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> value.textValue();
            case NUMERIC -> new BigDecimal(value.asText());
            case INTEGER -> value.intValue();
            case BOOLEAN -> value.booleanValue();
            case DATE -> LocalDate.parse(value.textValue());
            case TIMESTAMPTZ -> OffsetDateTime.parse(value.textValue());
            case TIME -> LocalTime.parse(value.textValue());
            case DURATION -> Duration.parse(value.textValue()).toSeconds();
            case TEXT_ARRAY -> texts(value);
            case UUID -> java.util.UUID.fromString(value.textValue());
            case JSONB -> json(value);
            case BYTEA -> throw new IllegalStateException("ciphertext has no JSON value");
        };
    }

    /** The stored value as PostgreSQL reads it from text; null for an empty one. */
    public @Nullable String toText(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (kind) {
            case TEXT, DATE, TIMESTAMPTZ, TIME, UUID -> value.textValue();
            case NUMERIC, INTEGER, BOOLEAN -> value.asText();
            case DURATION -> Long.toString(Duration.parse(value.textValue()).toSeconds());
            case TEXT_ARRAY -> literal(value);
            case JSONB -> Json.write(value);
            case BYTEA -> throw new IllegalStateException("ciphertext has no JSON value");
        };
    }

    /** An array as PostgreSQL writes it, each item in quotes. */
    private static String literal(JsonNode texts) {
        StringJoiner items = new StringJoiner(",", "{", "}");
        texts.forEach(
                text -> items.add('"' + text.textValue().replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
        return items.toString();
    }

    /** The parameter that a column is compared with; of a column that holds a list, one of its items. */
    public @Nullable Object toOperand(@Nullable JsonNode value) {
        return kind == Kind.TEXT_ARRAY && value != null ? value.textValue() : toColumn(value);
    }

    /** The stored value of what the client read; a JSON null for an empty column. */
    public JsonNode fromColumn(@Nullable Object column) {
        if (column == null) {
            return Json.NODES.nullNode();
        }
        return switch (kind) {
            case TEXT -> Json.NODES.textNode((String) column);
            case NUMERIC -> Json.NODES.textNode(plain((BigDecimal) column));
            case INTEGER -> Json.NODES.numberNode((Integer) column);
            case BOOLEAN -> Json.NODES.booleanNode((Boolean) column);
            case DATE -> Json.NODES.textNode(((LocalDate) column).toString());
            case TIMESTAMPTZ ->
                Json.NODES.textNode(((OffsetDateTime) column).toInstant().toString());
            case TIME -> Json.NODES.textNode(((LocalTime) column).toString());
            case DURATION ->
                Json.NODES.textNode(Duration.ofSeconds((Long) column).toString());
            case TEXT_ARRAY -> array((String[]) column);
            case UUID -> Json.NODES.textNode(((java.util.UUID) column).toString());
            case JSONB -> column instanceof String text ? Json.NODES.textNode(text) : Json.parse(column.toString());
            case BYTEA -> throw new IllegalStateException("ciphertext has no JSON value");
        };
    }

    private String plain(BigDecimal number) {
        BigDecimal plain = DecimalText.strip(number);
        // More digits than the field has were never written by the product; the row's seal says so.
        return (scale < 0 || plain.scale() > scale ? plain : plain.setScale(scale)).toPlainString();
    }

    /** The client takes a text as a JSON string and its own classes as objects and arrays. */
    private static Object json(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isArray() ? new JsonArray(Json.write(value)) : new JsonObject(Json.write(value));
    }

    private static String[] texts(JsonNode value) {
        String[] texts = new String[value.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = value.get(i).textValue();
        }
        return texts;
    }

    private static ArrayNode array(String[] texts) {
        ArrayNode array = Json.NODES.arrayNode(texts.length);
        for (String text : texts) {
            array.add(text);
        }
        return array;
    }
}
