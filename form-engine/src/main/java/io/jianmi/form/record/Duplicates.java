package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.masking.Masker;
import io.jianmi.core.privacy.masking.Maskers;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.DuplicateSearch.Asked;
import io.jianmi.form.record.RecordReader.Candidate;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether other records hold what somebody types, for who has the right {@code duplicates}. It reaches beyond his sight, so of a record out of
 * it he is told that there is one and the masked name of who made it, never more; each question is budgeted as a search is, and logged before
 * it is answered.
 */
@Singleton
final class Duplicates {

    /** Records told of each field. */
    static final int MOST = 20;

    private static final Masker NAMES = Maskers.builtIn().of(DataCategory.NAME);

    private final RecordReader reader;
    private final RecordTables tables;
    private final RecordSealer sealer;
    private final RecordPresenter presenter;
    private final DataKeys keys;
    private final SearchBudget budget;
    private final ReadLog reads;

    Duplicates(
            RecordReader reader,
            RecordTables tables,
            RecordSealer sealer,
            RecordPresenter presenter,
            DataKeys keys,
            SearchBudget budget,
            ReadLog reads) {
        this.reader = reader;
        this.tables = tables;
        this.sealer = sealer;
        this.presenter = presenter;
        this.keys = keys;
        this.budget = budget;
        this.reads = reads;
    }

    /**
     * {@code {"items": [{"field", "count", "exact", "records"}]}}: the fields whose value other records hold.
     *
     * @param data as it would be sent to be stored
     * @param except the record that is being changed; of one out of sight it is not left out, or that would tell what it holds
     */
    Uni<ObjectNode> find(Actor actor, CompiledForm form, ObjectNode data, Optional<UUID> except) {
        Grants grants = form.access().matching(actor);
        AuditDraft entry =
                AuditDraft.of("record.duplicates", "form/" + form.key()).under(form.policy());
        RecordProblem.refusal(grants, RecordAction.DUPLICATES).ifPresent(problem -> {
            reads.refused(actor, entry, problem);
            throw problem;
        });
        DuplicateSearch search = new DuplicateSearch(actor, form, grants, sealer);
        List<Asked> asked = search.asked(data);
        if (asked.isEmpty()) {
            return Uni.createFrom().item(answer(List.of()));
        }
        Sql.Part which = search.which(tables.table(actor.tenant(), form), asked, MOST + 2);
        return reads.noting(actor, entry, budget.use(actor, asked.size()))
                .chain(() -> reader.candidates(actor, form, grants, which))
                .chain(found -> ring(actor, form, found).map(ring -> new Answer(actor, form, ring, found, except)))
                .chain(answer -> {
                    List<ObjectNode> items = new ArrayList<>();
                    List<AuditDraft> entries = new ArrayList<>();
                    for (Asked one : asked) {
                        List<Candidate> same = answer.same(one);
                        String index = one.field().key() + "/" + DuplicateSearch.MODE;
                        entries.add(entry.with(Map.of("index", index, "count", Math.min(same.size(), MOST))));
                        if (!same.isEmpty()) {
                            items.add(answer.item(one.field(), same));
                        }
                    }
                    return reads.stored(actor, entries).replaceWith(() -> answer(items));
                });
    }

    private static ObjectNode answer(List<ObjectNode> items) {
        ObjectNode answer = Json.NODES.objectNode();
        answer.putArray("items").addAll(items);
        return answer;
    }

    private Uni<KeyRing> ring(Actor actor, CompiledForm form, List<Candidate> found) {
        Set<UUID> subjects =
                found.stream().map(candidate -> candidate.row().subject()).collect(Collectors.toSet());
        return keys.ring(actor.tenant(), subjects, RecordKeys.all(form));
    }

    /** What one person gets to know of what was found. */
    private final class Answer {

        private final Actor actor;
        private final CompiledForm form;
        private final KeyRing ring;
        private final List<Candidate> others;
        private final RecordPresenter.Frame frame;

        Answer(Actor actor, CompiledForm form, KeyRing ring, List<Candidate> found, Optional<UUID> except) {
            this.actor = actor;
            this.form = form;
            this.ring = ring;
            this.others = found.stream()
                    .filter(candidate -> candidate.visible().isEmpty()
                            || !except.equals(Optional.of(candidate.row().id())))
                    .toList();
            this.frame = new RecordPresenter.Frame(
                    ring,
                    presenter.org(actor),
                    Map.of(),
                    Map.of(),
                    new DerivedValues(),
                    AskedFields.only(
                            form.titleField().map(CompiledField::key).stream().toList()));
        }

        /** Tokens collide on purpose; the values decide. */
        List<Candidate> same(Asked one) {
            return others.stream()
                    .filter(candidate -> same(one, candidate.row()))
                    .toList();
        }

        private boolean same(Asked one, StoredRecord row) {
            CompiledField field = one.field();
            if (!field.encrypted()) {
                JsonNode stored = row.clear().get(field.key());
                return stored != null
                        && Optional.ofNullable(field.columnType().toOperand(stored))
                                .equals(Optional.ofNullable(field.columnType().toOperand(one.value())));
            }
            byte[] cell = row.cells().get(field.key());
            CellContext context = RecordSealer.context(actor.tenant(), form, field, row.id(), row.subject());
            if (cell == null || !ring.has(context)) {
                return false;
            }
            try {
                return RecordSealer.same(field, DuplicateSearch.MODE, ring.open(context, cell), one.value());
            } catch (IntegrityException broken) {
                return false;
            }
        }

        ObjectNode item(CompiledField field, List<Candidate> same) {
            ObjectNode item = Json.NODES
                    .objectNode()
                    .put("field", field.key())
                    .put("count", Math.min(same.size(), MOST))
                    .put("exact", same.size() <= MOST);
            ArrayNode records = item.putArray("records");
            same.stream()
                    .limit(MOST)
                    .forEach(candidate ->
                            records.add(candidate.visible().map(this::seen).orElseGet(() -> unseen(candidate.row()))));
            return item;
        }

        private ObjectNode seen(Visible visible) {
            ObjectNode record =
                    Json.NODES.objectNode().put("id", visible.row().id().toString());
            form.titleField().ifPresent(title -> {
                JsonNode shown = presenter.present(visible, frame).path("data").path(title.key());
                String text = title.title(shown);
                if (!text.isEmpty()) {
                    record.put("title", text);
                }
            });
            return record;
        }

        private ObjectNode unseen(StoredRecord row) {
            ObjectNode record = Json.NODES.objectNode();
            frame.org()
                    .member(new MemberId(row.createdBy()))
                    .ifPresent(member -> record.put("owner", NAMES.mask(member.name())));
            return record;
        }
    }
}
