package io.jianmi.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What is text at all: no U+0000, which no database column holds, and no half of a surrogate pair, which no encoding does (RFC 8259, 8.2
 * leaves it to the reader). Pure.
 */
public final class SoundText {

    private SoundText() {}

    /** Whether all strings of a document are, names of members included. */
    public static boolean everywhere(JsonNode document) {
        if (document.isTextual()) {
            return sound(document.textValue());
        }
        if (document.isObject()) {
            for (Map.Entry<String, JsonNode> member : document.properties()) {
                if (!sound(member.getKey()) || !everywhere(member.getValue())) {
                    return false;
                }
            }
            return true;
        }
        for (JsonNode item : document) {
            if (!everywhere(item)) {
                return false;
            }
        }
        return true;
    }

    static boolean sound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
