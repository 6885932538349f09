package io.jianmi.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'' | -",
                "dryRun=true | -",
                "dryRun=false&values=true&compiled=true | -",
                "limit=20&after=abc | -",
                "limit=200 | -",
                "limit=-1 | limit",
                "limit=0 | limit",
                "limit=201 | limit",
                "record=a&record=b | -",
                "search=%E5%BC%A0 | -",
                "dryRun=1 | dryRun",
                "dryRun= | dryRun",
                "dryRun | dryRun",
                "dryRun=TRUE | dryRun",
                "limit=x | limit",
                "limit= | limit",
                "limit=99999999999999999999 | limit",
                "leaf=0x1 | leaf",
                "limit=1&limit=2 | limit",
                "after=a&after=a | after",
                "a%00b=1&a%00b=2 | ''",
                "action=a%00b | action",
                "record=a&record=%00 | record",
                "search=%zz | ''"
            })
    void whatNoAddressTakesIsNamed(String query, String wrong) {
        assertThat(QueryShape.wrong(query).orElse(null)).isEqualTo(wrong);
    }
}
