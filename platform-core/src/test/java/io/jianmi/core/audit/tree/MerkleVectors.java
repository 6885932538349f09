package io.jianmi.core.audit.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The published vectors of {@code vectors/merkle.json}. */
final class MerkleVectors {

    static final JsonNode ALL = read();

    private MerkleVectors() {}

    static List<Hash> hashes(JsonNode array) {
        List<Hash> hashes = new ArrayList<>();
        array.forEach(hex -> hashes.add(Hash.parseHex(hex.asText())));
        return hashes;
    }

    static List<Hash> smallLeaves() {
        List<Hash> leaves = new ArrayList<>();
        ALL.path("leaves_hex")
                .forEach(hex -> leaves.add(Hash.leaf(HexFormat.of().parseHex(hex.asText()))));
        return leaves;
    }

    /** Leaves whose data is their index, four bytes, big-endian. */
    static List<Hash> countedLeaves(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(Hash.leaf(ByteBuffer.allocate(4).putInt(i).array()));
        }
        return leaves;
    }

    private static JsonNode read() {
        try (InputStream in = MerkleVectors.class.getResourceAsStream("/vectors/merkle.json")) {
            return Json.MAPPER.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
