package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.file.FileFacts;
import io.jianmi.core.file.Files;
import io.jianmi.core.file.StoredFile;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All records of one person, for the copy that she has a right to; drafts and what lies in the bin are kept of her too. */
@Singleton
public final class SubjectRecords {

    private final RecordReader reader;
    private final RecordAnswers answers;
    private final Files files;

    SubjectRecords(RecordReader reader, RecordAnswers answers, Files files) {
        this.reader = reader;
        this.answers = answers;
        this.files = files;
    }

    /**
     * Some records of the person in one form.
     *
     * @param records in the shape of {@code GET records/{id}}; one whose seal is broken says so and nothing else
     * @param attached files that leave with them
     * @param next behind which the others stand
     */
    public record Page(List<ObjectNode> records, List<StoredFile> attached, Optional<UUID> next) {}

    /** Whoever asks has shown that the person asked for it; each page leaves the entry of an export. */
    public Uni<Page> of(Actor actor, CompiledForm form, UUID subject, Optional<UUID> after, int limit) {
        return reader.ofPerson(actor, form, subject, after, limit + 1).chain(found -> {
            List<Visible> shown = found.size() > limit ? found.subList(0, limit) : found;
            Optional<UUID> next = found.size() > limit
                    ? Optional.of(shown.get(shown.size() - 1).row().id())
                    : Optional.empty();
            return answers.leaving(actor, shown, AskedFields.ALL)
                    .chain(records -> attached(actor, form, shown).map(files -> new Page(records, files, next)));
        });
    }

    private Uni<List<StoredFile>> attached(Actor actor, CompiledForm form, List<Visible> shown) {
        boolean holds = form.fields().stream().anyMatch(RecordFiles::holdsFiles)
                || form.subforms().stream()
                        .anyMatch(subform -> subform.fields().stream().anyMatch(RecordFiles::holdsFiles));
        return holds
                ? files.of(
                                actor.tenant(),
                                shown.stream()
                                        .map(visible -> visible.row().id())
                                        .toList())
                        .map(found -> leaving(shown, found))
                : Uni.createFrom().item(List.of());
    }

    private static List<StoredFile> leaving(List<Visible> shown, List<StoredFile> found) {
        List<StoredFile> leaving = new ArrayList<>();
        for (StoredFile file : found) {
            boolean may = !file.home().isComment()
                    && shown.stream()
                            .anyMatch(visible -> visible.intact()
                                    && visible.row().id().equals(file.home().record())
                                    && visible.access().of(file.home().field()).atLeast(FieldAccess.READ));
            if (may) {
                leaving.add(file);
            }
        }
        return leaving;
    }

    /** A file of theirs: its name, and its content from the beginning; empty when its keys are gone or it was changed. */
    public record Content(FileFacts facts, Multi<byte[]> bytes) {}

    public Uni<Optional<Content>> content(StoredFile file) {
        return files.ring(file).map(ring -> {
            try {
                if (!file.readable(ring)) {
                    return Optional.empty();
                }
                FileFacts facts = file.facts(ring);
                return Optional.of(new Content(
                        facts,
                        facts.bytes() == 0
                                ? Multi.createFrom().empty()
                                : files.read(file, facts, ring, 0, facts.bytes() - 1)));
            } catch (IntegrityException changed) {
                return Optional.empty();
            }
        });
    }
}
