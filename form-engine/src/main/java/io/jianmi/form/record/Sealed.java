package io.jianmi.form.record;

import java.util.List;
import java.util.Map;

/**
 * A record ready to be stored.
 *
 * @param tag the seal over the row
 * @param tokens column of a blind index to token
 * @param identifiers tokens by which the record's person will be found again
 */
record Sealed(StoredRecord row, byte[] tag, Map<String, byte[]> tokens, List<Identifier> identifiers) {

    /** @param scope what kind of value identifies, such as {@code phone} */
    record Identifier(String scope, byte[] token) {}
}
