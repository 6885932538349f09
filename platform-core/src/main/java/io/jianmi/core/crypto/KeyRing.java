package io.jianmi.core.crypto;

import com.fasterxml.jackson.databind.JsonNode;

/** Unwrapped primitives of some persons, held for one request. Not serialisable, prints nothing. */
public interface KeyRing {

    /**
     * Encrypts one JSON value: framed, padded to a size bucket, AES-256-GCM with the context bound.
     *
     * @return cell bytes: algorithm (1), key version (4, big-endian), nonce, ciphertext, tag
     */
    byte[] seal(CellContext context, JsonNode value);

    /**
     * Opens a cell.
     *
     * @throws IntegrityException when the cell was moved, changed or made under another key; never says which
     */
    JsonNode open(CellContext context, byte[] cell);

    /** False when the person's key of that class is destroyed. */
    boolean has(CellContext context);
}
