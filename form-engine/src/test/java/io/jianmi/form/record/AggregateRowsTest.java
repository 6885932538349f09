package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.Grants;
import io.jianmi.form.aggregate.AggregateQuery;
import io.jianmi.form.aggregate.Bucket;
import io.jianmi.form.aggregate.Dimension;
import io.jianmi.form.aggregate.Measure;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.FilterParser;
import io.jianmi.form.record.RecordSelection.Asker;
import io.jianmi.form.testing.TestForms;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What a figure counts for whom, and how the database is asked. */
class AggregateRowsTest {

    private static final TenantKey TENANT = new TenantKey("demo");

    private final CompiledForm form = TestForms.compiled(Json.parse("""
            {"kind": "form", "key": "deal", "title": "Deal", "fields": [
              {"key": "level", "type": "choice", "title": "Level",
               "options": [{"value": "B", "title": "B"}, {"value": "A", "title": "A"}]},
              {"key": "tags", "type": "multi-choice", "title": "Tags",
               "options": [{"value": "hot", "title": "Hot"}, {"value": "big", "title": "Big"}]},
              {"key": "customer", "type": "relation", "title": "Customer", "form": "deal"},
              {"key": "amount", "type": "number", "scale": 2, "title": "Amount"},
              {"key": "margin", "type": "number", "scale": 2, "title": "Margin"},
              {"key": "place", "type": "region", "title": "Place"},
              {"key": "owner", "type": "member", "title": "Owner"},
              {"key": "phone", "type": "phone", "title": "Phone",
               "sensitivity": {"level": "personal", "kind": "phone", "purposes": ["sales"], "search": ["exact"]}}],
             "permissionGroups": [
              {"key": "own", "title": "Own", "members": {"roles": ["sales"]}, "actions": ["read"],
               "scope": "owner = user.id", "fields": {"*": "read", "margin": "masked"}},
              {"key": "margins", "title": "Margins", "members": {"roles": ["sales"]}, "actions": ["read"],
               "scope": "level = \\"A\\"", "fields": {"margin": "read", "level": "hidden"}},
              {"key": "hidden", "title": "Hidden", "members": {"roles": ["guest"]}, "actions": ["read"],
               "fields": {"level": "read", "margin": "masked"}},
              {"key": "figures", "title": "Figures", "members": {"roles": ["board"]}, "actions": ["statistics"],
               "fields": {"*": "read", "phone": "masked"}},
              {"key": "quiet", "title": "Quiet", "members": {"roles": ["quiet"]}, "actions": [], "deny": ["statistics"],
               "fields": {}}]}"""));
    private final RecordTable table = new RecordTable(TENANT, form, actor -> DSL.noCondition());
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void aFigureIsOfRowsInTheScopesOfThoseWhoReadWhatItIsMadeOf() {
        String all = rows("sales", query("", Aggregate.COUNT, ""));
        String byLevel = rows("sales", query("level", Aggregate.COUNT, ""));
        String margins = rows("sales", query("level", Aggregate.SUM, "margin"));

        assertThat(all).contains("\"owner\" = ?").contains("\"level\" = ?");
        assertThat(byLevel).contains("\"owner\" = ?").doesNotContain("\"level\" = ?");
        assertThat(margins)
                .as("each field where its own group speaks")
                .contains("\"owner\" = ?")
                .contains("\"level\" = ?")
                .contains(" and ");
        assertThat(findings).isEmpty();
    }

    @Test
    void whatOneSeesMaskedIsRefusedAndWhatIsHiddenIsNoField() {
        rows("guest", query("level", Aggregate.SUM, "margin"));
        rows("guest", query("place", Aggregate.COUNT, ""));
        rows("sales", query("phone", Aggregate.COUNT, ""));
        rows("guest", query("nothing", Aggregate.COUNT, ""));

        assertThat(findings)
                .extracting(finding -> finding.pointer() + " " + finding.code())
                .containsExactly(
                        "/m/field field.not-usable",
                        "/d/field field.unknown",
                        "/d/field field.not-usable",
                        "/d/field field.not-usable",
                        "/d/field field.unknown");
    }

    /** A search by a blind index is asked by a person, budgeted and logged; no page asks it by being opened. */
    @Test
    void aFilterByAProtectedFieldIsRefusedThoughItCouldBeSearched() {
        List<Finding> ignored = new ArrayList<>();
        Filter filter = FilterParser.parse(
                Json.parse("{\"field\": \"phone\", \"op\": \"last4\", \"value\": \"1234\"}"), "/f", ignored);
        rows("sales", new AggregateQuery(filter, List.of(), List.of(count()), order(), 10));

        assertThat(findings).extracting(Finding::code).contains("field.not-usable");
    }

    @Test
    void whoMayCountReadsNoRowAndEveryFigure() {
        Grants own = form.access().matching(actor("board"));

        assertThat(own.readers()).isEmpty();
        assertThat(own.reading("margin")).isEmpty();
        assertThat(own.counting().reading("margin")).hasSize(1);
        assertThat(own.counting().reading("phone")).isEmpty();
        assertThat(form.access().matching(actor("sales")).counting())
                .isSameAs(form.access().matching(actor("sales")));
        assertThat(form.access().matching(actor("board", "quiet")).counting().readers())
                .isEmpty();
    }

    @Test
    void theDatabaseIsAskedOncePerQuestionForGroupsInOrder() {
        Sql.Part select = new AggregateSql(table, ZoneId.of("Asia/Shanghai"))
                .select(
                        3,
                        new AggregateQuery(
                                Filter.ALL,
                                List.of(
                                        new Dimension("/d", "level", Optional.empty()),
                                        new Dimension("/e", "createdAt", Optional.of(Bucket.MONTH))),
                                List.of(count(), new Measure("/m", Aggregate.AVERAGE, Optional.of("amount"))),
                                new AggregateQuery.Order(AggregateQuery.By.KEY, false),
                                20),
                        Sql.Part.of("true"),
                        Optional.empty());

        assertThat(select.text())
                .isEqualTo(
                        "select 3, g.d0::text, g.d1::text, array[g.m0::text, g.m1::text], g.unseen from (select \"level\" as d0,"
                                + " date_trunc('month', (\"created_at\" at time zone 'Asia/Shanghai'))::date as d1, count(*) as m0,"
                                + " avg(\"amount\") as m1, 0::bigint as unseen from \"t_demo\".\"f_deal\" where true group by 1, 2) g"
                                + " order by array_position(?::text[], g.d0) asc nulls last, g.d1 asc nulls last limit 21");
        assertThat(select.values()).containsExactly((Object) new String[] {"B", "A"});
    }

    @Test
    void aRecordCountsInEachOfItsChoicesAndWithoutAnyOnce() {
        Sql.Part select = new AggregateSql(table, ZoneId.of("Asia/Shanghai"))
                .select(
                        0,
                        new AggregateQuery(
                                Filter.ALL,
                                List.of(
                                        new Dimension("/d", "tags", Optional.empty()),
                                        new Dimension("/e", "customer", Optional.empty())),
                                List.of(count()),
                                new AggregateQuery.Order(AggregateQuery.By.KEY, false),
                                20),
                        Sql.Part.of("true"),
                        Optional.empty());

        assertThat(select.text())
                .contains("select \"each 0\".\"value 0\" as d0, cast(\"customer\" as varchar) as d1,")
                .contains(
                        "from \"t_demo\".\"f_deal\" left join lateral unnest(\"tags\") as \"each 0\"(\"value 0\") on true"
                                + " where true group by 1, 2")
                .contains("order by array_position(?::text[], g.d0) asc nulls last, g.d1");
        assertThat(select.values()).containsExactly((Object) new String[] {"hot", "big"});
        rows("sales", query("tags", Aggregate.COUNT, ""));
        rows("sales", query("customer", Aggregate.COUNT, ""));
        rows("guest", query("customer", Aggregate.COUNT, ""));
        assertThat(findings).extracting(Finding::code).containsExactly("field.unknown");
    }

    @Test
    void ofWhatHeCouldNotListThePersonsAreCounted() {
        Sql.Part select = new AggregateSql(table, ZoneId.of("Asia/Shanghai"))
                .select(
                        0,
                        query("place", Aggregate.COUNT, ""),
                        Sql.Part.of("\"amount\" > ?", 1),
                        Optional.of(org.jooq.impl.DSL.condition("\"owner\" = {0}", org.jooq.impl.DSL.val("m"))));

        assertThat(select.text())
                .contains("count(distinct \"subject_id\") filter (where not coalesce((\"owner\" = ?), ?)) as unseen")
                .contains("rpad(left(\"place\", 2), 6, '0') as d0");
        assertThat(select.values()).containsExactly("m", false, 1);
    }

    private String rows(String role, AggregateQuery query) {
        Actor actor = actor(role);
        Grants grants = form.access().matching(actor);
        RowRoads roads =
                new RowRoads(table.scopes(), actor, grants, grants.readers(), Optional.empty(), Optional.empty());
        AggregateRows rows = new AggregateRows(new Asker(actor, form, grants), table, roads, FilterProbe.UNUSED);
        String text = Sql.part(rows.of(query)).text();
        findings.addAll(rows.findings());
        return text;
    }

    private AggregateQuery query(String dimension, Aggregate aggregate, String field) {
        Optional<Bucket> by = dimension.equals("place") ? Optional.of(Bucket.PROVINCE) : Optional.empty();
        return new AggregateQuery(
                Filter.ALL,
                dimension.isEmpty() ? List.of() : List.of(new Dimension("/d", dimension, by)),
                List.of(new Measure("/m", aggregate, Optional.of(field).filter(key -> !key.isEmpty()))),
                order(),
                10);
    }

    private static Measure count() {
        return new Measure("/m", Aggregate.COUNT, Optional.empty());
    }

    private static AggregateQuery.Order order() {
        return new AggregateQuery.Order(AggregateQuery.By.VALUE, true);
    }

    private static Actor actor(String... roles) {
        return new Actor(TENANT, new MemberId("m1"), "m1", Set.of(roles), List.of(), Set.of(), false, null, null);
    }
}
