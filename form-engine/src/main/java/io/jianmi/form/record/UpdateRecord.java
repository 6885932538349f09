package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledForm;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Changes fields of records, submits drafts, or both: one record, or up to a thousand all or nothing.
 *
 * @param edits what becomes of each record, in order of the targets
 * @param former versions on which the access is decided instead of those that stand, by id
 * @param submit true submits drafts
 * @param to whom the person who submits has chosen for the next steps; empty: nobody is asked
 * @param along what is to be written with them, given what they become
 */
record UpdateRecord(
        CompiledForm form,
        RecordTargets targets,
        List<Edit> edits,
        Map<UUID, StoredRecord> former,
        boolean submit,
        Optional<List<String>> to,
        Function<List<Sealed>, List<Write>> along)
        implements Command<List<Sealed>> {

    /**
     * @param data changed fields, as sent
     * @param beside stored values that change with them and are nobody's to type, since rules had set them
     */
    record Edit(ObjectNode data, Map<String, JsonNode> beside) {}

    UpdateRecord {
        edits = List.copyOf(edits);
        former = Map.copyOf(former);
        to = to.map(List::copyOf);
    }

    /** The same change of all. */
    UpdateRecord(
            CompiledForm form,
            RecordTargets targets,
            ObjectNode data,
            boolean submit,
            Function<List<Sealed>, List<Write>> along) {
        this(
                form,
                targets,
                Collections.nCopies(targets.size(), new Edit(data, Map.of())),
                Map.of(),
                submit,
                Optional.empty(),
                along);
    }

    UpdateRecord choosing(Optional<List<String>> members) {
        return new UpdateRecord(form, targets, edits, former, submit, members, along);
    }

    @Override
    public String action() {
        return submit ? "record.submit" : "record.update";
    }

    @Override
    public String target() {
        return targets.object(form);
    }

    @Override
    public String policy() {
        return form.policy();
    }
}
