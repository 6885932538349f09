package io.jianmi.form.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterParserTest {

    @Test
    void asManyValuesAsAStatementTakesAreAccepted() {
        assertThat(findings(among(FilterParser.MAX_VALUES))).isEmpty();
    }

    @Test
    void moreValuesThanThatAreRefusedByCode() {
        assertThat(findings(among(FilterParser.MAX_VALUES + 1)))
                .containsExactly(Finding.error("filter.too-large", "/filter/value"));
    }

    @Test
    void theValuesOfAllComparisonsCountTogether() {
        ArrayNode parts = Json.NODES.arrayNode();
        parts.add(among(FilterParser.MAX_VALUES)).add(among(1));

        assertThat(findings(Json.NODES.objectNode().set("or", parts)))
                .containsExactly(Finding.error("filter.too-large", "/filter/or/1/value"));
    }

    private static List<Finding> findings(ObjectNode filter) {
        List<Finding> findings = new ArrayList<>();
        FilterParser.parse(filter, "/filter", findings);
        return findings;
    }

    private static ObjectNode among(int values) {
        ArrayNode list = Json.NODES.arrayNode();
        IntStream.range(0, values).forEach(list::add);
        ObjectNode comparison = Json.NODES.objectNode().put("field", "level").put("op", "in");
        comparison.set("value", list);
        return comparison;
    }
}
