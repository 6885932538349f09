package io.jianmi.core.audit.tree;

import io.jianmi.core.crypto.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A SHA-256 value of the tree: 32 bytes, immutable, printed in lower-case hex. */
public final class Hash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** Root of the tree without leaves: SHA-256 of the empty string. */
    public static final Hash EMPTY_ROOT = new Hash(Sha256.digest().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@code SHA-256(0x00 || data)} (RFC 9162, 2.1.1). */
    public static Hash leaf(byte[] data) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        return new Hash(digest.digest(data));
    }

    /** {@code SHA-256(0x01 || left || right)} (RFC 9162, 2.1.1). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /**
     * The root over perfect subtrees given from the largest to the smallest, as RFC 9162 splits a range.
     *
     * @param peaks at least one
     */
    static Hash fold(List<Hash> peaks) {
        Hash hash = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            hash = node(peaks.get(i), hash);
        }
        return hash;
    }

    /** @throws IllegalArgumentException when there are not exactly 32 bytes */
    public static Hash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static Hash of(byte[] bytes, int from, int length) {
        if (length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes");
        }
        return new Hash(Arrays.copyOfRange(bytes, from, from + length));
    }

    /** @throws IllegalArgumentException when the text is not 64 hex digits */
    public static Hash parseHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
