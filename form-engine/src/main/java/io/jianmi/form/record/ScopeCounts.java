package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.noCondition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.design.AccessDesk;
import io.jianmi.form.design.AccessQuestion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;

/**
 * How many of the records that there are somebody would find by the groups of a draft: his, and each group's for itself. What only a task
 * or a share shows is not counted. Since a count answers a question about values, asking it is logged.
 */
@Singleton
final class ScopeCounts {

    private final AccessDesk desk;
    private final RecordTables tables;
    private final Pool pool;
    private final ReadLog reads;

    ScopeCounts(AccessDesk desk, RecordTables tables, Pool pool, ReadLog reads) {
        this.desk = desk;
        this.tables = tables;
        this.pool = pool;
        this.reads = reads;
    }

    Uni<ObjectNode> of(Actor designer, String app, String form, AccessQuestion question) {
        return desk.standing(designer.tenant(), app, form, question).chain(compiled -> {
            AuditDraft entry = AuditDraft.of("form.scope-count", "form/" + app + "/" + form)
                    .under(compiled.policy())
                    .with(Map.of("as", question.who().id().value()));
            return reads.stored(designer, List.of(entry))
                    .chain(() -> counted(question.who().seenBy(designer), compiled));
        });
    }

    private Uni<ObjectNode> counted(Actor who, CompiledForm form) {
        RecordTable table = tables.table(who.tenant(), form);
        Grants grants = form.access().own(who);
        RowScopes scopes = table.scopes();
        List<PermissionGroup> readers = grants.readers();
        List<Condition> questions = new ArrayList<>();
        questions.add(noCondition());
        questions.add(scopes.within(who, grants, readers).orElse(noCondition()));
        readers.forEach(group ->
                questions.add(scopes.within(who, grants, List.of(group)).orElse(noCondition())));
        return count(who, table, questions).map(counts -> {
            ObjectNode answer = Json.NODES.objectNode();
            answer.set("all", counts.get(0));
            answer.set("seen", counts.get(1));
            ArrayNode groups = answer.putArray("groups");
            for (int i = 0; i < readers.size(); i++) {
                groups.addObject().put("group", readers.get(i).key()).set("seen", counts.get(i + 2));
            }
            return answer;
        });
    }

    private Uni<List<ObjectNode>> count(Actor who, RecordTable table, List<Condition> questions) {
        Sql.Builder select = new Sql.Builder().add("select ");
        for (int i = 0; i < questions.size(); i++) {
            select.add(i == 0 ? "" : ", ")
                    .add("(select count(*) from (select 1 from ")
                    .add(table.name())
                    .add(" where (")
                    .add(Sql.part(and(RecordSelection.alive(table, who, false), questions.get(i))))
                    .add(") and ")
                    .add(TablePlan.COUNTED)
                    .add(" limit " + (RecordLists.COUNT_CAP + 1) + ") counted)");
        }
        Sql.Statement statement = select.build();
        return pool.preparedQuery(statement.text())
                .execute(statement.parameters())
                .map(rows -> {
                    List<ObjectNode> counts = new ArrayList<>();
                    for (int i = 0; i < questions.size(); i++) {
                        counts.add(RecordLists.total(rows.iterator().next().getLong(i)));
                    }
                    return counts;
                });
    }
}
