package io.jianmi.bench.site;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The arithmetic that a public form asks of its visitors' browsers. */
public final class Challenge {

    private Challenge() {}

    /**
     * Tries numbers until the digest of text and number begins with enough zeros.
     *
     * @param challenge as the public form tells it
     * @return as it is sent with what was filled in
     */
    public static Map<String, Object> solved(JsonNode challenge) {
        String text = challenge.path("text").asText();
        long number = 0;
        while (zeros(text + "." + number) < challenge.path("bits").asInt()) {
            number++;
        }
        return Map.of("text", text, "number", Long.toString(number));
    }

    private static int zeros(String text) {
        byte[] digest = Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
        return Integer.numberOfLeadingZeros(ByteBuffer.wrap(digest).getInt());
    }
}
