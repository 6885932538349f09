package io.jianmi.form.record;

import java.util.Set;

/**
 * A row as the database gave it.
 *
 * @param tag the stored seal
 * @param intact false when the stored seal is not about this row: then nothing of it is believed
 * @param inScope keys of the actor's groups whose scope the row fulfils
 */
record Fetched(StoredRecord row, byte[] tag, boolean intact, Set<String> inScope) {}
