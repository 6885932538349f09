package io.jianmi.form.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {

    private static final Expressions EXPRESSIONS = Corpus.expressions();

    private static final JsonNode CONTEXT =
            Json.parse("{\"amount\": 19.90, \"name\": \"张三\", \"rows\": [{\"n\": 1}, {\"n\": 2}], \"none\": null}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 + 1                                                   | number          | "2"
            amount * 3                                              | number          | "59.7"
            1.50                                                    | number          | "1.5"
            name + "!"                                              | string          | "张三!"
            amount > 1                                              | boolean         | "true"
            none                                                    | null            | null
            1 / 0                                                   | null            | null
            @"2024-02-29"                                           | date            | "2024-02-29"
            time("10:30:00")                                        | time            | "10:30:00"
            time("10:30:00+08:00")                                  | time            | "10:30:00+08:00"
            date and time("2024-02-29T10:30:00@Asia/Shanghai")      | date-time       | "2024-02-29T10:30:00@Asia/Shanghai"
            duration("PT36H")                                       | days-duration   | "P1DT12H"
            duration("P14M")                                        | months-duration | "P1Y2M"
            rows.n                                                  | list            | ["1","2"]
            {a: 1, b: [a]}                                          | context         | {"a":"1","b":["1"]}
            [1..3]                                                  | range           | "[1..3]"
            function(x) x                                           | function        | "function"
            """)
    void tellsTypeAndCanonicalText(String text, String type, String value) {
        Trial trial = EXPRESSIONS.tryIt(text, CONTEXT);
        assertThat(trial.findings()).isEmpty();
        assertThat(trial.type()).hasValue(type);
        assertThat(trial.value()).hasValue(Json.parse(value));
    }

    @Test
    void tellsWhatDoesNotParse() {
        assertThat(EXPRESSIONS.tryIt("1 +", CONTEXT).findings())
                .extracting(Finding::code)
                .containsExactly("expression.syntax");
    }
}
