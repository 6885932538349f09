package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.query.RecordListRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;

/** Lists of records: filter, order, page, count; only rows and fields that the actor may know of. */
@Singleton
final class RecordLists {

    /** Counts are exact up to here, then "more than" (design 2). */
    private static final int COUNT_CAP = 10_000;

    private final Pool pool;
    private final RecordTables tables;
    private final RecordReader reader;
    private final RecordAnswers answers;
    private final RecordSealer sealer;
    private final RecordWorkflow workflow;
    private final DataKeys keys;
    private final ReadLog reads;
    private final SearchBudget searches;

    RecordLists(
            Pool pool,
            RecordTables tables,
            RecordReader reader,
            RecordAnswers answers,
            RecordSealer sealer,
            RecordWorkflow workflow,
            DataKeys keys,
            ReadLog reads,
            SearchBudget searches) {
        this.pool = pool;
        this.tables = tables;
        this.reader = reader;
        this.answers = answers;
        this.sealer = sealer;
        this.workflow = workflow;
        this.keys = keys;
        this.reads = reads;
        this.searches = searches;
    }

    /** A page as {@code POST records/query} answers it. */
    Uni<ObjectNode> page(Actor actor, CompiledForm form, RecordListRequest request, List<Finding> findings) {
        Grants grants = form.access().matching(actor);
        Optional<Condition> involving =
                workflow.bound(actor.tenant(), form.key()) ? workflow.involving(actor, form.key()) : Optional.empty();
        return known(actor, form, grants, involving).chain(known -> {
            if (!known) {
                throw ProblemException.of(CommonProblem.NOT_FOUND);
            }
            return page(actor, form, grants, involving, request, findings);
        });
    }

    /** Whether the form exists for the actor: somebody of no group knows it through his tasks only. */
    private Uni<Boolean> known(Actor actor, CompiledForm form, Grants grants, Optional<Condition> involving) {
        if (!grants.groups().isEmpty() || involving.isEmpty()) {
            return Uni.createFrom().item(!grants.groups().isEmpty());
        }
        Sql.Statement statement = new Sql.Builder()
                .add("select 1 from ")
                .add(tables.table(actor.tenant(), form).name())
                .add(" where ")
                .add(Sql.part(involving.get()))
                .add(" limit 1")
                .build();
        return pool.preparedQuery(statement.text())
                .execute(statement.parameters())
                .map(rows -> rows.size() > 0);
    }

    private Uni<ObjectNode> page(
            Actor actor,
            CompiledForm form,
            Grants grants,
            Optional<Condition> involving,
            RecordListRequest request,
            List<Finding> findings) {
        RecordTable table = tables.table(actor.tenant(), form);
        RowRoads roads = roads(actor, table.scopes(), grants, involving, request.trashed());
        FilterSql filter = new FilterSql(form, actor, grants, roads, sealer, findings);
        Condition compared = filter.compile(request.filter());
        Condition wanted = and(alive(actor, request.trashed()), roads.condition(), compared);
        RecordOrder order = RecordOrder.of(table, actor, grants, roads.byTasks(), request.sort(), findings);
        Optional<Condition> after = request.after().map(text -> order.after(text, findings));
        unknownFields(form, grants, request, findings);
        if (Finding.anyBlocks(findings)) {
            throw refused(actor, form, findings);
        }
        Sql.Part where = Sql.part(wanted);
        Sql.Part page = after.map(condition -> Sql.part(and(wanted, condition))).orElse(where);
        Uni<ObjectNode> answer = Uni.createFrom()
                .deferred(() ->
                        reader.query(actor, form, grants, order.page(page, request.limit() + 1), RecordAction.READ))
                .chain(rows -> confirmed(actor, form, filter.rechecks(), rows)
                        .chain(kept -> answer(actor, request, order, rows, kept)));
        return noteSearches(actor, form, grants, filter)
                .chain(() -> request.count() ? counted(answer, count(table, where)) : answer);
    }

    /** Page and total are asked for at once. */
    private static Uni<ObjectNode> counted(Uni<ObjectNode> answer, Uni<ObjectNode> count) {
        return Uni.combine().all().unis(answer, count).with((page, total) -> {
            page.set("count", total);
            return page;
        });
    }

    /**
     * A page of what leaves.
     *
     * @param records as {@code GET records/{id}} shapes them
     * @param next where the next page begins, empty after the last
     */
    record Leaving(List<ObjectNode> records, Optional<String> next) {}

    /** Rows of the groups that let the actor export, each field as those groups give it. */
    Uni<Leaving> export(Actor actor, CompiledForm form, RecordListRequest request) {
        Grants grants = form.access().matching(actor);
        List<Finding> findings = new ArrayList<>();
        RecordTable table = tables.table(actor.tenant(), form);
        RowRoads roads = roads(actor, table.scopes(), grants, Optional.empty(), false);
        FilterSql filter = new FilterSql(form, actor, grants, roads, sealer, findings);
        Condition compared = filter.compile(request.filter());
        Condition wanted =
                and(alive(actor, false), table.scopes().exported(actor, grants), roads.condition(), compared);
        RecordOrder order = RecordOrder.of(table, actor, grants, false, request.sort(), findings);
        Optional<Condition> after = request.after().map(text -> order.after(text, findings));
        unknownFields(form, grants, request, findings);
        if (Finding.anyBlocks(findings)) {
            throw refused(actor, form, findings);
        }
        Sql.Part page = Sql.part(after.map(condition -> and(wanted, condition)).orElse(wanted));
        Optional<Set<String>> only = request.fields().map(HashSet::new);
        return noteSearches(actor, form, grants, filter)
                .chain(() -> reader.query(actor, form, grants, order.page(page, request.limit()), RecordAction.EXPORT))
                .chain(rows -> confirmed(actor, form, filter.rechecks(), rows)
                        .chain(kept -> answers.leaving(actor, kept, only))
                        .map(records -> new Leaving(
                                records,
                                rows.size() < request.limit()
                                        ? Optional.empty()
                                        : Optional.of(order.cursor(rows.get(rows.size() - 1))
                                                .encode()))));
    }

    private Uni<ObjectNode> answer(
            Actor actor, RecordListRequest request, RecordOrder order, List<Visible> rows, List<Visible> kept) {
        boolean more = rows.size() > request.limit();
        List<Visible> page = kept.size() > request.limit() ? kept.subList(0, request.limit()) : kept;
        Optional<Set<String>> only = request.fields().map(HashSet::new);
        return answers.page(actor, page, only).map(items -> {
            ObjectNode answer = Json.NODES.objectNode();
            ArrayNode array = answer.putArray("items");
            items.forEach(array::add);
            if (more) {
                Visible last = page.isEmpty() ? rows.get(rows.size() - 1) : page.get(page.size() - 1);
                answer.put("next", order.cursor(last).encode());
            } else {
                answer.putNull("next");
            }
            return answer;
        });
    }

    /** Rows that the actor may know of: scopes of his reading groups, less what is denied, and rows of his tasks. */
    private static RowRoads roads(
            Actor actor, RowScopes scopes, Grants grants, Optional<Condition> involving, boolean trashed) {
        return trashed
                ? new RowRoads(
                        scopes,
                        actor,
                        grants,
                        grants.readers().stream()
                                .filter(group -> group.allows(RecordAction.RESTORE))
                                .toList(),
                        Optional.empty())
                : new RowRoads(scopes, actor, grants, grants.readers(), involving);
    }

    /** In the bin or not, and no draft of somebody else. */
    private static Condition alive(Actor actor, boolean trashed) {
        Condition life = trashed
                ? field(name("deleted_at")).isNotNull()
                : field(name("deleted_at")).isNull();
        Condition drafts = or(
                field(name("status"), String.class).ne(val("draft")),
                field(name("created_by"), String.class).eq(actor.id().value()));
        return and(life, drafts);
    }

    private static void unknownFields(
            CompiledForm form, Grants grants, RecordListRequest request, List<Finding> findings) {
        // Somebody of no group knows fields by his tasks alone; asking for one must not tell whether the form has it.
        List<String> fields =
                grants.groups().isEmpty() ? List.of() : request.fields().orElse(List.of());
        for (int i = 0; i < fields.size(); i++) {
            String key = fields.get(i);
            if (form.field(key).isEmpty() || grants.atMost(key) == FieldAccess.HIDDEN) {
                findings.add(Finding.error("field.unknown", "/fields/" + i));
            }
        }
    }

    /** Short tokens collide: what does not match in clear is dropped before anybody sees it. */
    private Uni<List<Visible>> confirmed(
            Actor actor, CompiledForm form, List<FilterSql.Recheck> rechecks, List<Visible> rows) {
        if (rechecks.isEmpty() || rows.isEmpty()) {
            return Uni.createFrom().item(rows);
        }
        Set<UUID> subjects = rows.stream().map(row -> row.row().subject()).collect(Collectors.toSet());
        return keys.ring(actor.tenant(), subjects, RecordKeys.all(form))
                .map(ring -> rows.stream()
                        .filter(visible -> !visible.intact() || matches(actor, form, rechecks, visible, ring))
                        .toList());
    }

    private boolean matches(
            Actor actor,
            CompiledForm form,
            List<FilterSql.Recheck> rechecks,
            Visible visible,
            io.jianmi.core.crypto.KeyRing ring) {
        Map<String, JsonNode> values = sealer.open(actor.tenant(), form, visible.row(), ring);
        return rechecks.stream()
                .allMatch(recheck -> Optional.ofNullable(
                                values.get(recheck.field().key()))
                        .map(value -> RecordSealer.same(recheck.field(), recheck.mode(), value, recheck.value()))
                        .orElse(false));
    }

    /** Computing with what one may not read is an attempt, and attempts are logged. */
    private ProblemException refused(Actor actor, CompiledForm form, List<Finding> findings) {
        ProblemException problem = ProblemException.of(RecordProblem.QUERY_INVALID, findings);
        if (findings.stream().anyMatch(finding -> finding.code().equals("field.not-usable"))) {
            reads.note(
                    actor,
                    AuditDraft.of("record.query", "form/" + form.key())
                            .with(Map.of("problem", "field.not-usable"))
                            .denied()
                            .under(form.policy()));
        }
        return problem;
    }

    /** Searching an index is an oracle for "does this person exist here", so it is metered, and logged before it answers; the value is not. */
    private Uni<Void> noteSearches(Actor actor, CompiledForm form, Grants grants, FilterSql filter) {
        AuditDraft search = AuditDraft.of("record.search", "form/" + form.key()).under(form.policy());
        List<AuditDraft> drafts = filter.rechecks().stream()
                .map(recheck -> search.with(Map.of("index", recheck.field().key() + "/" + recheck.mode())))
                .toList();
        return searches.use(
                        actor,
                        grants,
                        filter.rechecks().stream().map(FilterSql.Recheck::field).toList())
                .onFailure(ProblemException.class)
                .invoke(refused -> reads.refused(actor, search, refused))
                .chain(() -> reads.stored(actor, drafts));
    }

    /** Counts up to the cap. The marker is true of every row and lets the indexes made for counting serve. */
    private Uni<ObjectNode> count(RecordTable table, Sql.Part where) {
        Sql.Statement statement = new Sql.Builder()
                .add("select count(*) from (select 1 from ")
                .add(table.name())
                .add(" where (")
                .add(where)
                .add(") and ")
                .add(TablePlan.COUNTED)
                .add(" limit " + (COUNT_CAP + 1) + ") counted")
                .build();
        return pool.preparedQuery(statement.text())
                .execute(statement.parameters())
                .map(rows -> {
                    long counted = rows.iterator().next().getLong(0);
                    return Json.NODES
                            .objectNode()
                            .put("value", Math.min(counted, COUNT_CAP))
                            .put("exact", counted <= COUNT_CAP);
                });
    }
}
