package io.jianmi.form.record;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class BudgetTest {

    private static final int SEARCHES = 60;

    private final ScratchTenant scratch = new ScratchTenant("budgets", 2);
    private final TenantKey tenant = scratch.key();
    private final Actor desk =
            new Actor(tenant, new MemberId("d"), "d", Set.of("desk"), List.of(), Set.of(), false, null, null);
    private final Pool pool = scratch.pool();
    private final TenantWriter writer = new TenantWriter(pool);

    @BeforeEach
    void table() {
        scratch.execute("create table " + tenant.schema() + ".reveal_budget (actor text, source text, time_window text,"
                + " used integer not null, primary key (actor, source, time_window))");
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    /** A form may be called "search": what was revealed of it stays counted, whatever is searched for. */
    @Test
    void searchesAndRevealsOfAFormCalledSearchAreCountedApart() {
        Budget reveals = new Budget("search", "hour/1", 1, RecordProblem.REVEAL_LIMIT);
        commit(reveals.use(desk, 1));

        await(search(1));

        assertSpent(reveals.use(desk, 1), RecordProblem.REVEAL_LIMIT);
    }

    @Test
    void searchesEndWithTheBudget() {
        await(search(SEARCHES));

        assertThatThrownBy(() -> await(search(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(RecordProblem.SEARCH_LIMIT));
    }

    @Test
    void moreThanThereEverIsIsRefusedAtOnceAndTakesNothing() {
        Budget budget = new Budget("some/thing", "hour/1", 3, RecordProblem.SEARCH_LIMIT);

        assertSpent(budget.use(desk, 4), RecordProblem.SEARCH_LIMIT);
        commit(budget.use(desk, 2));
        assertSpent(budget.use(desk, 2), RecordProblem.SEARCH_LIMIT);
        commit(budget.use(desk, 1));
    }

    @Test
    void whatMayBeOverdrawnIsRefusedOnceNothingIsLeft() {
        Budget budget = new Budget("some/thing", "hour/1", 3, RecordProblem.UNIQUE_LIMIT);

        commit(budget.overdraw(desk, 2));
        commit(budget.overdraw(desk, 100));
        assertSpent(budget.overdraw(desk, 1), RecordProblem.UNIQUE_LIMIT);
    }

    @Test
    void usingItForgetsOtherWindowsOfItsOwnOnly() {
        Budget earlier = new Budget("some/thing", "minute/1", 9, RecordProblem.SEARCH_LIMIT);
        Budget other = new Budget("other/thing", "minute/1", 9, RecordProblem.SEARCH_LIMIT);
        Budget now = new Budget("some/thing", "minute/2", 9, RecordProblem.SEARCH_LIMIT);
        commit(earlier.use(desk, 1));
        commit(other.use(desk, 1));

        await(writer.commit(List.of(now.forgetOthers(desk), now.use(desk, 1))));

        RowSet<Row> left = scratch.execute(
                "select source || ' ' || time_window from " + tenant.schema() + ".reveal_budget order by source");
        assertThat(left)
                .extracting(row -> row.getString(0))
                .containsExactly("other/thing minute/1", "some/thing minute/2");
    }

    private Uni<Void> search(int times) {
        CompiledForm probed = TestForms.compiled(Json.parse("""
                {"kind": "form", "key": "people", "title": "People", "fields": [
                  {"key": "mobile", "type": "phone", "title": "Mobile", "sensitivity":
                    {"level": "personal", "kind": "phone", "purposes": ["sales"], "search": ["exact"]}}],
                 "permissionGroups": [
                  {"key": "desk", "title": "Desk", "members": {"roles": ["desk"]}, "actions": ["read", "search"],
                   "fields": {"*": "masked"}}]}"""));
        CompiledField mobile = probed.field("mobile").orElseThrow();
        return new SearchBudget(writer, TestForms.CLOCK)
                .use(desk, probed, probed.access().matching(desk), Collections.nCopies(times, mobile));
    }

    private void assertSpent(Write use, RecordProblem problem) {
        assertThatThrownBy(() -> commit(use))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(problem));
    }

    private void commit(Write write) {
        await(writer.commit(List.of(write)));
    }
}
