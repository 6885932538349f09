package io.jianmi.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The plaintext inside a cell: version (1), length (4, big-endian), canonical JSON, zeros up to the next size bucket.
 * Without the padding a ciphertext's length would tell one answer from another.
 */
final class Frame {

    private static final byte VERSION = 1;
    private static final int HEADER = 5;
    private static final int SMALLEST = 32;
    private static final int LARGEST_BUCKET = 1024;

    private Frame() {}

    static byte[] of(JsonNode value) {
        byte[] json = CanonicalJson.bytes(value);
        return ByteBuffer.allocate(bucket(HEADER + json.length))
                .put(VERSION)
                .putInt(json.length)
                .put(json)
                .array();
    }

    /** @throws IntegrityException when this is no frame */
    static JsonNode value(byte[] frame) {
        if (frame.length < SMALLEST || frame[0] != VERSION) {
            throw new IntegrityException();
        }
        int length = ByteBuffer.wrap(frame, 1, Integer.BYTES).getInt();
        if (length < 1 || length > frame.length - HEADER) {
            throw new IntegrityException();
        }
        return plainString(frame, length) ? text(frame, length) : Json.parse(new String(frame, HEADER, length, UTF_8));
    }

    private static int bucket(int size) {
        if (size > LARGEST_BUCKET) {
            return (size + LARGEST_BUCKET - 1) / LARGEST_BUCKET * LARGEST_BUCKET;
        }
        int bucket = SMALLEST;
        while (bucket < size) {
            bucket *= 2;
        }
        return bucket;
    }

    /** Nearly every value is a string without escapes: no parser is needed for those. */
    private static boolean plainString(byte[] frame, int length) {
        if (length < 2 || frame[HEADER] != '"') {
            return false;
        }
        for (int i = HEADER; i < HEADER + length; i++) {
            if (frame[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private static JsonNode text(byte[] frame, int length) {
        return TextNode.valueOf(new String(frame, HEADER + 1, length - 2, UTF_8));
    }

    /** Best effort: the clear bytes do not outlive their use. */
    static void wipe(byte[] clear) {
        Arrays.fill(clear, (byte) 0);
    }
}
