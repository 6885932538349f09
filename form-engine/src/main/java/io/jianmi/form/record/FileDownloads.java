package io.jianmi.form.record;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.FileFacts;
import io.jianmi.core.file.FileProblem;
import io.jianmi.core.file.Files;
import io.jianmi.core.file.StoredFile;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reading a file: decided by the field of the record that holds it, as that field is decided anywhere else. An upload that no
 * record holds is its uploader's alone.
 */
@Singleton
final class FileDownloads {

    private final Files files;
    private final CompiledForms forms;
    private final RecordReader reader;
    private final ReadLog reads;

    FileDownloads(Files files, CompiledForms forms, RecordReader reader, ReadLog reads) {
        this.files = files;
        this.forms = forms;
        this.reader = reader;
        this.reads = reads;
    }

    /** A file that may leave; its trace is laid. */
    record Opened(StoredFile file, FileFacts facts, KeyRing ring) {}

    Uni<Opened> open(Actor actor, UUID id) {
        return reads.noting(
                actor,
                AuditDraft.of("file.download", "file/" + id),
                files.find(actor.tenant(), id)
                        .chain(found ->
                                decide(actor, found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))));
    }

    /** Bytes {@code from} to {@code to}, both counted; a file that was changed ends the stream with a failure. */
    Multi<Buffer> bytes(Opened opened, long from, long to) {
        return files.read(opened.file(), opened.facts(), opened.ring(), from, to)
                .map(Buffer::buffer)
                .onFailure(IntegrityException.class)
                .transform(broken -> ProblemException.of(FileProblem.INTEGRITY));
    }

    private Uni<Opened> decide(Actor actor, StoredFile file) {
        if (!file.attached()) {
            if (!file.uploader().equals(actor.id())) {
                throw ProblemException.of(CommonProblem.NOT_FOUND);
            }
            return opened(file);
        }
        return forms.using(
                actor.tenant(),
                file.home().form(),
                form -> reader.intact(actor, form, file.home().record(), RecordAction.READ)
                        .chain(visible -> allowed(actor, form, visible, file)));
    }

    private Uni<Opened> allowed(Actor actor, CompiledForm form, Visible visible, StoredFile file) {
        if (file.home().isComment()) {
            // What is said about a record is for whoever may know of it.
            return opened(file)
                    .call(() -> reads.stored(actor, List.of(entry(form, file, "comment", Sensitivity.PERSONAL))));
        }
        FieldAccess access = visible.access().of(file.home().field());
        CompiledField field = form.find(file.home().field())
                .filter(known -> access != FieldAccess.HIDDEN)
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        if (!access.atLeast(FieldAccess.READ)) {
            throw ProblemException.of(FileProblem.MASKED);
        }
        return opened(file).call(() -> noted(actor, form, field, file));
    }

    private Uni<Opened> opened(StoredFile file) {
        return files.ring(file).map(ring -> {
            try {
                return new Opened(file, file.facts(ring), ring);
            } catch (IntegrityException broken) {
                throw ProblemException.of(FileProblem.INTEGRITY);
            }
        });
    }

    /** What is sensitive leaves only after its entry is under a signed tree head, like a reveal. */
    private Uni<Void> noted(Actor actor, CompiledForm form, CompiledField field, StoredFile file) {
        AuditDraft entry = entry(form, file, field.path(), field.level());
        if (field.level().compareTo(Sensitivity.SENSITIVE) >= 0) {
            return reads.before(actor, entry).replaceWithVoid();
        }
        if (field.encrypted()) {
            return reads.stored(actor, List.of(entry));
        }
        reads.note(actor, entry);
        return Uni.createFrom().voidItem();
    }

    private static AuditDraft entry(CompiledForm form, StoredFile file, String place, Sensitivity level) {
        return AuditDraft.of("file.download", form.object(file.home().record()))
                .with(Map.of("file", file.id().toString(), "field", place, "level", level.key()))
                .under(form.policy());
    }
}
