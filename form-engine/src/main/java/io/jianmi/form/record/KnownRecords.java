package io.jianmi.form.record;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.definition.LocalText;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a reader may know there is on a record, without a value of it: the one decision, taken where it always is. */
@Singleton
public final class KnownRecords {

    private final RecordReader reader;
    private final RecordAnswers answers;
    private final ReadLog reads;

    KnownRecords(RecordReader reader, RecordAnswers answers, ReadLog reads) {
        this.reader = reader;
        this.answers = answers;
        this.reads = reads;
    }

    /**
     * @param title its title line as the reader may see it, masked where he may not read it; empty when it may not leave so
     * @param fields titles of the fields that he may know of, by key
     */
    public record Known(int version, Optional<String> title, Map<String, LocalText> fields) {}

    /**
     * Missing, out of sight and in the recycle bin fail with the same 404, and a refusal is noted.
     *
     * @param action of the entry
     * @param paper whether it goes on paper, for which the title needs the right to print
     */
    public Uni<Known> of(Actor actor, CompiledForm form, UUID id, String action, boolean paper) {
        Uni<Known> known = reader.intact(actor, form, id, RecordAction.READ)
                .invoke(visible -> {
                    if (visible.row().trashed()) {
                        throw ProblemException.of(CommonProblem.NOT_FOUND);
                    }
                })
                .chain(visible -> answers.titles(
                                actor, form, List.of(id), paper ? RecordAction.PRINT : RecordAction.READ)
                        .map(titles -> new Known(
                                visible.row().version(), Optional.ofNullable(titles.get(id)), fields(form, visible))));
        return reads.noting(actor, AuditDraft.of(action, form.object(id)).under(form.policy()), known);
    }

    private static Map<String, LocalText> fields(CompiledForm form, Visible visible) {
        return form.definition().fields().stream()
                .filter(field -> visible.access().of(field.key()) != FieldAccess.HIDDEN)
                .collect(toUnmodifiableMap(field -> field.key(), field -> field.title()));
    }
}
