package io.jianmi.form.record;

import io.jianmi.form.access.Cap;
import java.util.List;
import java.util.Set;

/**
 * A row as the database gave it.
 *
 * @param tag the stored seal
 * @param intact false when the stored seal is not about this row: then nothing of it is believed
 * @param inScope keys of the actor's groups whose scope the row fulfils
 * @param shared whether it is shared with the actor now
 * @param caps what its person's word cuts, whoever reads
 */
record Fetched(StoredRecord row, byte[] tag, boolean intact, Set<String> inScope, boolean shared, List<Cap> caps) {

    /** What lies in the bin is shared with nobody. */
    boolean lent() {
        return shared && !row.trashed();
    }

    /** The same row in other scopes. */
    Fetched in(Set<String> scopes) {
        return new Fetched(row, tag, intact, scopes, shared, caps);
    }
}
