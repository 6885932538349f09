package io.jianmi.form.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended: the sort values of its last row, then its id, as base64url of a JSON array. It only ever names a
 * position; what is visible there is decided anew on each page.
 */
public record Cursor(ArrayNode position) {

    private static final int MAX_LENGTH = 4_096;

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(position).getBytes(StandardCharsets.UTF_8));
    }

    /** The position, or empty when the text is not one of ours with that many values. */
    public static Optional<Cursor> decode(String text, int values) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            JsonNode node =
                    Json.MAPPER.readTree(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return node.isArray() && node.size() == values
                    ? Optional.of(new Cursor((ArrayNode) node))
                    : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
