package io.jianmi.form.dashboard.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.aggregate.AggregateQuery;
import io.jianmi.form.aggregate.Bucket;
import io.jianmi.form.aggregate.Dimension;
import io.jianmi.form.aggregate.Measure;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.query.Filter;
import io.jianmi.form.testing.TestForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardChecksTest {

    private static final String PLACE = ", \"at\": {\"x\": 0, \"y\": 0, \"w\": 6, \"h\": 4}";

    private final DashboardParser parser = new DashboardParser();

    /** Each widget on the form of customers, and the one thing that is wrong with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"kind\": \"pie\", \"groupBy\": [{\"field\": \"level\"}] | ",
                "\"kind\": \"number\" | ",
                "\"kind\": \"line\", \"groupBy\": [{\"field\": \"createdAt\", \"by\": \"month\"}], \"measures\": [{\"aggregate\": \"sum\", \"field\": \"amount\"}] | ",
                "\"kind\": \"bar\", \"groupBy\": [{\"field\": \"owner\"}, {\"field\": \"level\"}], \"stacked\": true | ",
                "\"kind\": \"table\", \"columns\": [\"no\", \"name\", \"status\"], \"sort\": [\"-amount\"], \"filter\": {\"field\": \"level\", \"op\": \"eq\", \"value\": \"A\"} | ",
                "\"kind\": \"pie\", \"groupBy\": [{\"field\": \"name\"}] | /widgets/0/groupBy/0/field dashboard.protected-field",
                "\"kind\": \"pie\", \"groupBy\": [{\"field\": \"birthday\", \"by\": \"month\"}] | /widgets/0/groupBy/0/field dashboard.protected-field",
                "\"kind\": \"pie\", \"groupBy\": [{\"field\": \"nothing\"}] | /widgets/0/groupBy/0/field field.unknown",
                "\"kind\": \"pie\", \"groupBy\": [{\"field\": \"company\"}] | ",
                "\"kind\": \"pie\", \"groupBy\": [{\"field\": \"amount\"}] | /widgets/0/groupBy/0/field dashboard.not-groupable",
                "\"kind\": \"pie\", \"groupBy\": [{\"field\": \"createdAt\"}] | /widgets/0/groupBy/0 dashboard.bucket",
                "\"kind\": \"pie\", \"groupBy\": [{\"field\": \"level\", \"by\": \"month\"}] | /widgets/0/groupBy/0 dashboard.bucket",
                "\"kind\": \"number\", \"measures\": [{\"aggregate\": \"sum\", \"field\": \"level\"}] | /widgets/0/measures/0/field dashboard.not-measurable",
                "\"kind\": \"number\", \"measures\": [{\"aggregate\": \"sum\"}] | /widgets/0/measures/0 dashboard.not-measurable",
                "\"kind\": \"number\", \"measures\": [{\"aggregate\": \"max\", \"field\": \"birthday\"}] | /widgets/0/measures/0/field dashboard.protected-field",
                "\"kind\": \"pie\" | /widgets/0/groupBy dashboard.dimensions",
                "\"kind\": \"pivot\", \"groupBy\": [{\"field\": \"level\"}] | /widgets/0/groupBy dashboard.dimensions",
                "\"kind\": \"pie\", \"groupBy\": [{\"field\": \"level\"}], \"measures\": [{\"aggregate\": \"count\"}, {\"aggregate\": \"count\"}] | /widgets/0/measures dashboard.measures",
                "\"kind\": \"map\", \"groupBy\": [{\"field\": \"level\"}] | /widgets/0/groupBy/0 dashboard.not-provinces",
                "\"kind\": \"number\", \"filter\": {\"field\": \"mobile\", \"op\": \"eq\", \"value\": \"13912345678\"} | /widgets/0/filter/field dashboard.protected-field",
                "\"kind\": \"number\", \"filter\": {\"not\": {\"field\": \"level\", \"op\": \"gt\", \"value\": \"A\"}} | /widgets/0/filter/not/op filter.operator",
                "\"kind\": \"number\", \"filter\": {\"field\": \"amount\", \"op\": \"gt\", \"value\": \"much\"} | /widgets/0/filter/value field.type",
                "\"kind\": \"number\", \"columns\": [\"no\"] | /widgets/0/columns dashboard.columns",
                "\"kind\": \"table\", \"columns\": [\"no\", \"gone\"] | /widgets/0/columns/1 field.unknown",
                "\"kind\": \"table\", \"columns\": [\"no\"], \"sort\": [\"name\"] | /widgets/0/sort/0 dashboard.protected-field",
                "\"kind\": \"cake\" | /widgets/0/kind definition.value"
            })
    void whatIsWrongIsSaidWhereItStands(String widget, String finding) {
        assertThat(findings("\"key\": \"w\", \"form\": \"customer\", " + widget + PLACE))
                .containsExactlyElementsOf(
                        Optional.ofNullable(finding).map(List::of).orElse(List.of()));
    }

    @Test
    void whatIsWrongBetweenWidgetsAndWithTheirPlaceIsSaidToo() {
        String one = "\"key\": \"w\", \"kind\": \"number\", \"form\": \"customer\"";

        assertThat(findings(one + PLACE, one + PLACE)).containsExactly("/widgets/1/key dashboard.duplicate-key");
        assertThat(findings(one + ", \"at\": {\"x\": 8, \"y\": 0, \"w\": 6, \"h\": 4}"))
                .containsExactly("/widgets/0/at dashboard.off-grid");
        assertThat(findings("\"key\": \"w\", \"kind\": \"number\", \"form\": \"company\"" + PLACE))
                .containsExactly("/widgets/0/form dashboard.form-unknown");
    }

    @Test
    void whatIsNotSaidIsTheUsual() {
        AggregateQuery pie = query("\"kind\": \"pie\", \"groupBy\": [{\"field\": \"level\"}]");
        AggregateQuery line = query("\"kind\": \"line\", \"groupBy\": [{\"field\": \"createdAt\", \"by\": \"week\"}]");

        assertThat(pie)
                .isEqualTo(new AggregateQuery(
                        Filter.ALL,
                        List.of(new Dimension("/widgets/0/groupBy/0", "level", Optional.empty())),
                        List.of(new Measure("/widgets/0/measures", Aggregate.COUNT, Optional.empty())),
                        new AggregateQuery.Order(AggregateQuery.By.VALUE, true),
                        50));
        assertThat(line.order()).isEqualTo(new AggregateQuery.Order(AggregateQuery.By.KEY, false));
        assertThat(line.dimensions().get(0).by()).contains(Bucket.WEEK);
    }

    private AggregateQuery query(String widget) {
        return parser.parse(dashboard("\"key\": \"w\", \"form\": \"customer\", " + widget + PLACE))
                .definition()
                .orElseThrow()
                .widgets()
                .get(0)
                .query();
    }

    private List<String> findings(String... widgets) {
        DashboardParser.Parsed parsed = parser.parse(dashboard(widgets));
        List<Finding> findings = new ArrayList<>(parsed.findings());
        findings.addAll(
                DashboardChecks.of(parsed.definition().orElseThrow(), Map.of("customer", TestForms.customer())));
        return findings.stream()
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }

    private static JsonNode dashboard(String... widgets) {
        ObjectNode dashboard = (ObjectNode) Json.parse("{\"kind\": \"dashboard\", \"key\": \"d\", \"title\": \"D\"}");
        for (String widget : widgets) {
            dashboard.withArray("widgets").add(Json.parse("{\"title\": \"T\", " + widget + "}"));
        }
        return dashboard;
    }
}
