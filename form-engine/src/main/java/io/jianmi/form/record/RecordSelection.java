package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.query.RecordListRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;

/** Chooses the rows that are listed or that leave: what was asked for, on the roads that the actor has, in one order. */
@Singleton
final class RecordSelection {

    private final RecordReader reader;
    private final RecordSealer sealer;
    private final DataKeys keys;
    private final ReadLog reads;
    private final SearchBudget searches;

    RecordSelection(RecordReader reader, RecordSealer sealer, DataKeys keys, ReadLog reads, SearchBudget searches) {
        this.reader = reader;
        this.sealer = sealer;
        this.keys = keys;
        this.reads = reads;
        this.searches = searches;
    }

    /**
     * Who asks, and what of the form his groups give him.
     *
     * @param related the forms that his filter reaches by its relations, by key
     */
    record Asker(Actor actor, CompiledForm form, Grants grants, Map<String, RelatedForms.Related> related) {

        /** Of whoever asks of this form alone; a relation leads him nowhere. */
        Asker(Actor actor, CompiledForm form, Grants grants) {
            this(actor, form, grants, Map.of());
        }
    }

    /**
     * Rows chosen, not fetched yet.
     *
     * @param all the condition of all of them
     * @param behind that of those behind the position asked for
     * @param indexed whether one index answers them in their order
     * @param rechecks comparisons by tokens so short that they collide
     */
    record Chosen(
            Asker asker,
            Sql.Part all,
            Sql.Part behind,
            RecordOrder order,
            boolean indexed,
            List<FilterSql.Recheck> rechecks) {}

    /**
     * A page as fetched.
     *
     * @param rows all that the database found
     * @param kept those of them that match in clear as well
     */
    record Found(List<Visible> rows, List<Visible> kept) {}

    /**
     * @param roads by which rows come in
     * @param bounds what further bounds them
     * @throws ProblemException {@link RecordProblem#QUERY_INVALID} with all findings when one of them blocks
     */
    Chosen choose(
            Asker asker,
            RecordTable table,
            RowRoads roads,
            Condition bounds,
            RecordListRequest request,
            List<Finding> findings) {
        Chosen chosen = compiled(asker, table, roads, bounds, request, findings);
        if (Finding.anyBlocks(findings)) {
            throw refused(asker, findings);
        }
        return chosen;
    }

    /** As {@link #choose}, but whatever speaks against it is left to the caller; then nothing may be fetched with it. */
    Chosen compiled(
            Asker asker,
            RecordTable table,
            RowRoads roads,
            Condition bounds,
            RecordListRequest request,
            List<Finding> findings) {
        Actor actor = asker.actor();
        FilterSql filter = new FilterSql(asker, roads, sealer, findings);
        Condition compared = filter.compile(request.filter());
        Condition wanted = and(alive(table, actor, request.trashed()), bounds, roads.condition(), compared);
        RecordOrder order = RecordOrder.of(table, asker.grants(), roads, request.sort(), findings);
        Optional<Condition> after = request.after()
                .map(text -> order.after(text, findings))
                .or(() -> request.from().map(value -> order.from(value, findings)));
        unknownFields(asker, request, findings);
        Sql.Part all = Sql.part(wanted);
        Sql.Part behind =
                after.map(condition -> Sql.part(and(wanted, condition))).orElse(all);
        boolean indexed = !roads.branch()
                && !request.trashed()
                && IndexedLists.serves(asker.form(), request.filter(), order.parts());
        return new Chosen(asker, all, behind, order, indexed, filter.rechecks());
    }

    /** In the bin or not, no draft of somebody else, and of nobody whose records are restricted to others. */
    static Condition alive(RecordTable table, Actor actor, boolean trashed) {
        Condition life = trashed
                ? field(name("deleted_at")).isNotNull()
                : field(name("deleted_at")).isNull();
        Condition submitted = field(name("status"), String.class).ne(val("draft"));
        Condition drafts = actor.simulated()
                ? submitted
                : or(
                        submitted,
                        field(name("created_by"), String.class).eq(actor.id().value()));
        return and(life, drafts, table.unrestricted(actor));
    }

    private static void unknownFields(Asker asker, RecordListRequest request, List<Finding> findings) {
        // Somebody of no group knows fields by his tasks alone; asking for one must not tell whether the form has it.
        List<String> fields =
                asker.grants().groups().isEmpty() ? List.of() : request.fields().orElse(List.of());
        for (int i = 0; i < fields.size(); i++) {
            String key = fields.get(i);
            if (asker.form().field(key).isEmpty() || asker.grants().atMost(key) == FieldAccess.HIDDEN) {
                findings.add(Finding.error("field.unknown", "/fields/" + i));
            }
        }
    }

    /** Computing with what one may not read is an attempt, and attempts are logged. */
    private ProblemException refused(Asker asker, List<Finding> findings) {
        ProblemException problem = ProblemException.of(RecordProblem.QUERY_INVALID, findings);
        if (findings.stream().anyMatch(finding -> finding.code().equals("field.not-usable"))) {
            reads.note(
                    asker.actor(),
                    entry(asker, "record.query")
                            .with(Map.of("problem", "field.not-usable"))
                            .denied());
        }
        return problem;
    }

    private static AuditDraft entry(Asker asker, String action) {
        return AuditDraft.of(action, "form/" + asker.form().key())
                .under(asker.form().policy());
    }

    /** Searching an index is an oracle for "does this person exist here", so it is metered, and logged before it answers; the value is not. */
    Uni<Void> noteSearches(Chosen chosen) {
        Asker asker = chosen.asker();
        AuditDraft search = entry(asker, "record.search");
        List<AuditDraft> drafts = chosen.rechecks().stream()
                .map(recheck -> search.with(Map.of("index", recheck.field().key() + "/" + recheck.mode())))
                .toList();
        Uni<Void> used = searches.use(
                asker.actor(),
                asker.form(),
                asker.grants(),
                chosen.rechecks().stream().map(FilterSql.Recheck::field).toList());
        return reads.noting(asker.actor(), search, used).chain(() -> reads.stored(asker.actor(), drafts));
    }

    /**
     * The first rows behind the position, as the actor may see them.
     *
     * @param action for which each field is given
     */
    Uni<Found> fetch(Chosen chosen, int limit, RecordAction action) {
        Asker asker = chosen.asker();
        Sql.Part page = chosen.order().page(chosen.behind(), limit);
        return reader.query(
                        asker.actor(),
                        asker.form(),
                        asker.grants(),
                        new RecordReader.Asked(page, chosen.indexed()),
                        action)
                .chain(rows -> confirmed(chosen, rows).map(kept -> new Found(rows, kept)));
    }

    /** Short tokens collide: what does not match in clear is dropped before anybody sees it. */
    private Uni<List<Visible>> confirmed(Chosen chosen, List<Visible> rows) {
        if (chosen.rechecks().isEmpty() || rows.isEmpty()) {
            return Uni.createFrom().item(rows);
        }
        Asker asker = chosen.asker();
        Set<UUID> subjects = rows.stream().map(row -> row.row().subject()).collect(Collectors.toSet());
        return keys.ring(asker.actor().tenant(), subjects, RecordKeys.all(asker.form()))
                .map(ring -> rows.stream()
                        .filter(visible -> !visible.intact() || matches(chosen, visible, ring))
                        .toList());
    }

    private boolean matches(Chosen chosen, Visible visible, KeyRing ring) {
        Asker asker = chosen.asker();
        Map<String, JsonNode> values = sealer.open(asker.actor().tenant(), asker.form(), visible.row(), ring);
        return chosen.rechecks().stream()
                .allMatch(recheck -> Optional.ofNullable(
                                values.get(recheck.field().key()))
                        .map(value -> RecordSealer.same(recheck.field(), recheck.mode(), value, recheck.value()))
                        .orElse(false));
    }
}
