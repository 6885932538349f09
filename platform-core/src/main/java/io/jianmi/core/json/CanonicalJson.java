package io.jianmi.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Canonical JSON (RFC 8785): one byte sequence per value, for hashing, signing and associated data. Object members are
 * ordered by UTF-16 code units; integers within 2^53 are exact, other numbers are IEEE 754 doubles, so whoever needs a
 * decimal exactly carries it as a string.
 */
public final class CanonicalJson {

    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for a number that no double holds, or a lone surrogate */
    public static byte[] bytes(JsonNode value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(JsonNode value) {
        StringBuilder out = new StringBuilder(64);
        write(value, out);
        return out.toString();
    }

    /** The canonical object of these members, without making one of them first. */
    public static byte[] object(Map<String, JsonNode> members) {
        StringBuilder out = new StringBuilder(256);
        writeMembers(members.keySet().toArray(String[]::new), members::get, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical array of these parts, each a string or an integer; cheap enough to be made per value. */
    public static byte[] array(Object... parts) {
        StringBuilder out = new StringBuilder(32 + parts.length * 24).append('[');
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            if (parts[i] instanceof String text) {
                CanonicalText.quote(text, out);
            } else if (parts[i] instanceof Integer || parts[i] instanceof Long) {
                out.append(exact(((Number) parts[i]).longValue()));
            } else {
                throw new IllegalArgumentException("neither a string nor an integer");
            }
        }
        return out.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, out);
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < value.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(value.get(i), out);
                }
                out.append(']');
            }
            case STRING -> CanonicalText.quote(value.textValue(), out);
            case NUMBER -> writeNumber(value, out);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("not JSON: " + value.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        String[] names = new String[object.size()];
        int i = 0;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            names[i++] = member.getKey();
        }
        writeMembers(names, object::get, out);
    }

    private static void writeMembers(String[] names, Function<String, JsonNode> values, StringBuilder out) {
        Arrays.sort(names);
        out.append('{');
        for (int i = 0; i < names.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            CanonicalText.quote(names[i], out);
            out.append(':');
            write(values.apply(names[i]), out);
        }
        out.append('}');
    }

    private static void writeNumber(JsonNode number, StringBuilder out) {
        if (number.isIntegralNumber() && number.canConvertToLong() && Math.abs(number.longValue()) <= EXACT) {
            out.append(number.longValue());
        } else {
            CanonicalText.number(number.doubleValue(), out);
        }
    }

    private static long exact(long value) {
        if (value > EXACT || value < -EXACT) {
            throw new IllegalArgumentException("not exact as a JSON number");
        }
        return value;
    }
}
