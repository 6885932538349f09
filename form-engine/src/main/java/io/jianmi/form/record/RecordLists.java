package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.query.RecordListRequest;
import io.jianmi.form.record.RecordSelection.Asker;
import io.jianmi.form.record.RecordSelection.Chosen;
import io.jianmi.form.record.RecordSelection.Found;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Lists of records: filter, order, page, count; only rows and fields that the actor may know of. */
@Singleton
final class RecordLists {

    /** Counts are exact up to here, then "more than" (design 2). */
    static final int COUNT_CAP = 10_000;

    private final Pool pool;
    private final RecordTables tables;
    private final RecordSelection selection;
    private final RecordAnswers answers;
    private final RecordWorkflow workflow;
    private final RecordShares shares;
    private final RelatedForms related;

    RecordLists(
            Pool pool,
            RecordTables tables,
            RecordSelection selection,
            RecordAnswers answers,
            RecordWorkflow workflow,
            RecordShares shares,
            RelatedForms related) {
        this.pool = pool;
        this.tables = tables;
        this.selection = selection;
        this.answers = answers;
        this.workflow = workflow;
        this.shares = shares;
        this.related = related;
    }

    /** A page as {@code POST records/query} answers it. */
    Uni<ObjectNode> page(Actor actor, CompiledForm form, RecordListRequest request, List<Finding> findings) {
        return page(actor, form, noCondition(), request, findings);
    }

    /** As {@link #page}, of so many of the newest rows of the table. */
    Uni<ObjectNode> newest(Actor actor, CompiledForm form, RecordListRequest request, int rows) {
        // Ids follow the clock. The oldest of them by an index alone; an offset would read as many rows and say less.
        Condition young = condition(
                "\"id\" >= (select \"id\" from (select \"id\" from {0} order by \"id\" desc limit {1}) newest order by \"id\" limit 1)",
                raw(tables.table(actor.tenant(), form).name()), inline(rows));
        return page(actor, form, young, request, new ArrayList<>());
    }

    private Uni<ObjectNode> page(
            Actor actor, CompiledForm form, Condition among, RecordListRequest request, List<Finding> findings) {
        return asker(actor, form, request).chain(asker -> page(asker, among, request, findings));
    }

    private Uni<Asker> asker(Actor actor, CompiledForm form, RecordListRequest request) {
        return related.of(actor, form, request.filter())
                .map(reached -> new Asker(actor, form, form.access().matching(actor), reached));
    }

    private Uni<ObjectNode> page(Asker asker, Condition among, RecordListRequest request, List<Finding> findings) {
        Actor actor = asker.actor();
        CompiledForm form = asker.form();
        Optional<Condition> involving = workflow.bound(actor.tenant(), form.key()) && !actor.simulated()
                ? workflow.involving(actor, form.key())
                : Optional.empty();
        return known(asker, involving).chain(known -> {
            if (!known) {
                throw ProblemException.of(CommonProblem.NOT_FOUND);
            }
            return shares.with(actor, form.key())
                    .chain(shared -> page(asker, shared, involving, among, request, findings));
        });
    }

    /** What speaks against a query of this actor on any record; nothing is read and nothing is noted. */
    List<Finding> objections(Actor actor, CompiledForm form, RecordListRequest request) {
        return objections(new Asker(actor, form, form.access().matching(actor)), request);
    }

    /** The same of a query that may lead to other forms, and which of its paths compare with what is sealed. */
    Uni<TriedQuery> tried(Actor actor, CompiledForm form, RecordListRequest request) {
        return related.of(actor, form, request.filter())
                .map(reached -> new TriedQuery(
                        objections(new Asker(actor, form, form.access().matching(actor), reached), request),
                        RelatedForms.sealed(request.filter(), form, reached)));
    }

    private List<Finding> objections(Asker asker, RecordListRequest request) {
        RecordTable table = tables.table(asker.actor().tenant(), asker.form());
        List<Finding> findings = new ArrayList<>();
        selection.compiled(
                asker,
                table,
                readable(asker, table, Optional.empty(), Optional.empty()),
                noCondition(),
                request,
                findings);
        return findings;
    }

    /** Whether the form exists for the actor: somebody of no group knows it through his tasks only. */
    private Uni<Boolean> known(Asker asker, Optional<Condition> involving) {
        boolean member = asker.actor().simulated()
                ? !asker.form().access().own(asker.actor()).groups().isEmpty()
                : !asker.grants().groups().isEmpty();
        if (member || involving.isEmpty()) {
            return Uni.createFrom().item(member);
        }
        Sql.Statement statement = new Sql.Builder()
                .add("select 1 from ")
                .add(tables.table(asker.actor().tenant(), asker.form()).name())
                .add(" where ")
                .add(Sql.part(involving.get()))
                .add(" limit 1")
                .build();
        return pool.preparedQuery(statement.text())
                .execute(statement.parameters())
                .map(rows -> rows.size() > 0);
    }

    private Uni<ObjectNode> page(
            Asker asker,
            Optional<Condition> shared,
            Optional<Condition> involving,
            Condition among,
            RecordListRequest request,
            List<Finding> findings) {
        RecordTable table = tables.table(asker.actor().tenant(), asker.form());
        RowRoads roads = request.trashed() ? restorable(asker, table) : readable(asker, table, shared, involving);
        Optional<Condition> bounds = bounds(request, shared).map(bound -> and(bound, among));
        Chosen chosen = selection.choose(asker, table, roads, bounds.orElse(noCondition()), request, findings);
        if (bounds.isEmpty()) {
            return selection.noteSearches(chosen).map(noted -> nothing(request));
        }
        Uni<ObjectNode> answer = Uni.createFrom()
                .deferred(() -> selection.fetch(chosen, request.limit() + 1, RecordAction.READ))
                .chain(fetched -> answer(asker.actor(), request, chosen.order(), fetched));
        return selection
                .noteSearches(chosen)
                .chain(() -> request.count() ? counted(answer, count(table, chosen.all())) : answer);
    }

    /** What further bounds the list; empty: he asks for what is shared with him, and nothing is, so the database is not asked either. */
    private static Optional<Condition> bounds(RecordListRequest request, Optional<Condition> shared) {
        if (!request.shared()) {
            return Optional.of(noCondition());
        }
        // What lies in the bin is shared with nobody.
        return request.trashed() ? Optional.empty() : shared;
    }

    private static ObjectNode nothing(RecordListRequest request) {
        ObjectNode answer = Json.NODES.objectNode();
        answer.putArray("items");
        answer.putNull("next");
        if (request.count()) {
            answer.set("count", total(0));
        }
        return answer;
    }

    /** Scopes of his reading groups and what is shared with him, less what is denied, and rows of his tasks. */
    private static RowRoads readable(
            Asker asker, RecordTable table, Optional<Condition> shared, Optional<Condition> involving) {
        Grants grants = asker.grants();
        return new RowRoads(table.scopes(), asker.actor(), grants, grants.readers(), shared, involving);
    }

    private static RowRoads restorable(Asker asker, RecordTable table) {
        List<PermissionGroup> restoring = asker.grants().readers().stream()
                .filter(group -> group.allows(RecordAction.RESTORE))
                .toList();
        return new RowRoads(
                table.scopes(), asker.actor(), asker.grants(), restoring, Optional.empty(), Optional.empty());
    }

    /** Page and total are asked for at once. */
    private static Uni<ObjectNode> counted(Uni<ObjectNode> answer, Uni<ObjectNode> count) {
        return Uni.combine().all().unis(answer, count).with((page, total) -> {
            page.set("count", total);
            return page;
        });
    }

    /** Rows of the groups that let the actor export, each field as those groups give it. */
    Uni<BulkRecords.Page> export(Actor actor, CompiledForm form, RecordListRequest request) {
        return asker(actor, form, request).chain(asker -> export(asker, request));
    }

    private Uni<BulkRecords.Page> export(Asker asker, RecordListRequest request) {
        Actor actor = asker.actor();
        RecordTable table = tables.table(actor.tenant(), asker.form());
        Condition leaving = table.scopes().leaving(actor, asker.grants(), RecordAction.EXPORT);
        Chosen chosen = selection.choose(
                asker,
                table,
                readable(asker, table, Optional.empty(), Optional.empty()),
                leaving,
                request,
                new ArrayList<>());
        return selection
                .noteSearches(chosen)
                .chain(() -> selection.fetch(chosen, request.limit(), RecordAction.EXPORT))
                .chain(fetched -> answers.leaving(actor, fetched.kept(), AskedFields.of(request))
                        .map(records ->
                                new BulkRecords.Page(records, next(chosen.order(), fetched.rows(), request.limit()))));
    }

    private static Optional<String> next(RecordOrder order, List<Visible> rows, int limit) {
        return rows.size() < limit
                ? Optional.empty()
                : Optional.of(order.cursor(rows.get(rows.size() - 1)).encode());
    }

    private Uni<ObjectNode> answer(Actor actor, RecordListRequest request, RecordOrder order, Found fetched) {
        List<Visible> rows = fetched.rows();
        List<Visible> kept = fetched.kept();
        boolean more = rows.size() > request.limit();
        List<Visible> page = kept.size() > request.limit() ? kept.subList(0, request.limit()) : kept;
        return answers.page(actor, page, AskedFields.of(request)).map(items -> {
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
                .map(rows -> total(rows.iterator().next().getLong(0)));
    }

    static ObjectNode total(long counted) {
        return Json.NODES
                .objectNode()
                .put("value", Math.min(counted, COUNT_CAP))
                .put("exact", counted <= COUNT_CAP);
    }
}
