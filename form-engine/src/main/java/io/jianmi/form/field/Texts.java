package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.identifier.TypedText;
import java.util.Map;
import java.util.Optional;

/** Reading and normalising text: NFKC, trimmed, without control characters. */
public final class Texts {

    /** Longest operand of a filter, in code points. */
    public static final int MAX_OPERAND = 200;

    private Texts() {}

    /**
     * The stored form of a text, JSON null when blank.
     *
     * @param maxLength in code points
     * @param lines whether line breaks and tabs are text
     */
    public static Optional<JsonNode> read(JsonNode in, int maxLength, boolean lines, Report report) {
        if (!in.isTextual()) {
            report.error("field.type", Map.of("expected", "string"));
            return Optional.empty();
        }
        return checked(clean(in.textValue()), maxLength, lines, report);
    }

    /** As {@link #read}, lines and all, but in the characters that were typed: what people write to each other is not compared. */
    public static Optional<JsonNode> typed(JsonNode in, int maxLength, Report report) {
        if (!in.isTextual()) {
            report.error("field.type", Map.of("expected", "string"));
            return Optional.empty();
        }
        return checked(TypedText.clean(in.textValue()).replace("\r\n", "\n"), maxLength, true, report);
    }

    private static Optional<JsonNode> checked(String text, int maxLength, boolean lines, Report report) {
        if (!text.codePoints().allMatch(point -> acceptable(point, lines))) {
            report.error("field.control-character");
            return Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            report.error("field.too-long", Map.of("maxLength", maxLength));
            return Optional.empty();
        }
        return Optional.of(text.isEmpty() ? Json.NODES.nullNode() : Json.NODES.textNode(text));
    }

    /** NFKC, trimmed, without invisible characters; line breaks as line feeds. */
    public static String clean(String text) {
        return TypedText.clean(TypedText.compatible(text)).replace("\r\n", "\n");
    }

    /** PostgreSQL stores no U+0000, and half a surrogate pair is no character. */
    private static boolean acceptable(int point, boolean lines) {
        if (point == '\n' || point == '\t') {
            return lines;
        }
        int type = Character.getType(point);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
