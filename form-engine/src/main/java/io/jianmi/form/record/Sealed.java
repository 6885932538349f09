package io.jianmi.form.record;

import java.util.Map;

/**
 * A record ready to be stored.
 *
 * @param tag the seal over the row
 * @param digest SHA-256 of what the seal covers, for audit entries
 * @param tokens column of a blind index to token
 */
record Sealed(StoredRecord row, byte[] tag, String digest, Map<String, byte[]> tokens) {

    /**
     * A token by which the record's person is found again.
     *
     * @param scope what kind of value identifies, such as {@code phone}
     */
    record Identifier(String scope, byte[] token) {}
}
