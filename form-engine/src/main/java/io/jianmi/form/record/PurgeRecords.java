package io.jianmi.form.record;

import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Removes records from the recycle bin for ever.
 *
 * @param over those that were thrown away before; a record that was restored meanwhile stays, and all of them do
 */
record PurgeRecords(CompiledForm form, List<Binned> records, Instant over) implements Command<Integer> {

    PurgeRecords {
        records = List.copyOf(records);
    }

    /** A record as it lies in the bin. */
    record Binned(UUID id, int version, Instant trashedAt) {}

    @Override
    public String action() {
        return "record.purge";
    }

    @Override
    public String target() {
        return "form/" + form.key();
    }

    @Override
    public String policy() {
        return form.policy();
    }
}
