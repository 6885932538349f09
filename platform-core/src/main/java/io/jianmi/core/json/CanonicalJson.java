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
    private static final int SMALL = 64;
    private static final int LARGE = 512;
    /** Digits and sign of the longest integer. */
    private static final int LONGEST = 20;

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for a number that no double holds, or a lone surrogate */
    public static byte[] bytes(JsonNode value) {
        CanonicalText out = new CanonicalText(SMALL);
        write(value, out);
        return out.bytes();
    }

    public static String text(JsonNode value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** The canonical object of these members, without making one of them first. */
    public static byte[] object(Map<String, JsonNode> members) {
        CanonicalText out = new CanonicalText(LARGE);
        writeMembers(members.keySet().toArray(new String[0]), members::get, out);
        return out.bytes();
    }

    /** The canonical array of these parts, each a string or an integer; cheap enough to be made per value. */
    public static byte[] array(Object... parts) {
        CanonicalText out = new CanonicalText(length(parts));
        out.raw('[');
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                out.raw(',');
            }
            if (parts[i] instanceof String text) {
                out.quote(text);
            } else if (parts[i] instanceof Integer || parts[i] instanceof Long) {
                out.raw(Long.toString(exact(((Number) parts[i]).longValue())));
            } else {
                throw new IllegalArgumentException("neither a string nor an integer");
            }
        }
        out.raw(']');
        return out.bytes();
    }

    /** Bytes that the array takes, nearly always. */
    private static int length(Object... parts) {
        int length = 2;
        for (Object part : parts) {
            length += 1 + (part instanceof String text ? text.length() + 2 : LONGEST);
        }
        return length;
    }

    private static void write(JsonNode value, CanonicalText out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, out);
            case ARRAY -> {
                out.raw('[');
                for (int i = 0; i < value.size(); i++) {
                    if (i > 0) {
                        out.raw(',');
                    }
                    write(value.get(i), out);
                }
                out.raw(']');
            }
            case STRING -> out.quote(value.textValue());
            case NUMBER -> writeNumber(value, out);
            case BOOLEAN -> out.raw(value.booleanValue() ? "true" : "false");
            case NULL -> out.raw("null");
            default -> throw new IllegalArgumentException("not JSON: " + value.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, CanonicalText out) {
        String[] names = new String[object.size()];
        int i = 0;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            names[i++] = member.getKey();
        }
        writeMembers(names, object::get, out);
    }

    private static void writeMembers(String[] names, Function<String, JsonNode> values, CanonicalText out) {
        Arrays.sort(names);
        out.raw('{');
        for (int i = 0; i < names.length; i++) {
            if (i > 0) {
                out.raw(',');
            }
            out.quote(names[i]);
            out.raw(':');
            write(values.apply(names[i]), out);
        }
        out.raw('}');
    }

    private static void writeNumber(JsonNode number, CanonicalText out) {
        if (number.isIntegralNumber() && number.canConvertToLong() && Math.abs(number.longValue()) <= EXACT) {
            out.raw(Long.toString(number.longValue()));
        } else {
            out.raw(CanonicalNumber.text(number.doubleValue()));
        }
    }

    private static long exact(long value) {
        if (value > EXACT || value < -EXACT) {
            throw new IllegalArgumentException("not exact as a JSON number");
        }
        return value;
    }
}
