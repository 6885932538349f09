package io.jianmi.form.record;

import java.util.Set;

/**
 * A row as the database gave it, not yet believed.
 *
 * @param tag the stored seal
 * @param inScope keys of the actor's groups whose scope the row fulfils
 */
record Fetched(StoredRecord row, byte[] tag, Set<String> inScope) {}
