package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * Several parts under one hash, each of which can be shown and proven without the others (as RFC 9901, selective
 * disclosure, does it): a part's digest is {@code SHA-256(0x03 || JCS([salt, name, value]))}, the statement's hash is
 * {@code SHA-256(JCS(digests in order))}. Digests of nothing fill up to a multiple of sixteen, so that their number does not
 * tell how many parts are withheld. Pure.
 */
public final class Statement {

    private static final int STEP = 16;

    /** Domain bytes, apart from leaves (0), nodes (1) and commitments (2). */
    private static final byte PART = 3;

    private static final byte SALT = 4;
    private static final byte DECOY = 5;

    private final byte[] seed;
    private final TreeSet<String> digests = new TreeSet<>();
    private int parts;

    /** @param seed 32 random bytes, which whoever can guess a part must not know */
    public Statement(byte[] seed) {
        this.seed = seed.clone();
    }

    /** Adds a part under the salt that its name has. */
    public Statement with(String name, JsonNode value) {
        return withDigest(digest(salt(name), name, value));
    }

    /** Adds a part of which no more than its digest is at hand. */
    public Statement withDigest(String digest) {
        digests.add(digest);
        parts++;
        return this;
    }

    /** What a part is salted with, lower-case hex; given to whoever is shown the part. */
    public String salt(String name) {
        return HexFormat.of().formatHex(sha256(SALT, seed, name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Lower-case hex, in order. */
    public List<String> digests() {
        TreeSet<String> filled = new TreeSet<>(digests);
        int whole = Math.max(1, (parts + STEP - 1) / STEP) * STEP;
        for (int i = parts; i < whole; i++) {
            filled.add(HexFormat.of()
                    .formatHex(sha256(DECOY, seed, Integer.toString(i).getBytes(StandardCharsets.UTF_8))));
        }
        return new ArrayList<>(filled);
    }

    /** Lower-case hex; what an entry of the log names. */
    public String hash() {
        return hash(digests());
    }

    /** The hash of these digests. */
    public static String hash(List<String> digests) {
        ArrayNode list = Json.NODES.arrayNode();
        digests.forEach(list::add);
        return digest(list);
    }

    /** {@code SHA-256(JCS(value))}, lower-case hex. */
    public static String digest(JsonNode value) {
        return HexFormat.of().formatHex(Sha256.of(CanonicalJson.bytes(value)));
    }

    /** @param salt lower-case hex */
    public static String digest(String salt, String name, JsonNode value) {
        ArrayNode part = Json.NODES.arrayNode().add(salt).add(name).add(value);
        return HexFormat.of().formatHex(sha256(PART, new byte[0], CanonicalJson.bytes(part)));
    }

    /** The digests that a document lists; empty when they are not written as {@link #digests} writes them. */
    static List<String> read(JsonNode listed) {
        List<String> read = new ArrayList<>();
        for (JsonNode digest : listed) {
            boolean next = digest.getNodeType() == JsonNodeType.STRING
                    && Hash.parseHex(digest.textValue()).hex().equals(digest.textValue())
                    && (read.isEmpty() || read.get(read.size() - 1).compareTo(digest.textValue()) < 0);
            if (!next) {
                return List.of();
            }
            read.add(digest.textValue());
        }
        return read;
    }

    private static byte[] sha256(byte domain, byte[] key, byte[] data) {
        MessageDigest digest = Sha256.digest();
        digest.update(domain);
        digest.update(key);
        return digest.digest(data);
    }
}
