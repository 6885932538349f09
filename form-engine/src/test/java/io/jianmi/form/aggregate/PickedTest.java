package io.jianmi.form.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.json.Json;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.Operator;
import io.jianmi.form.query.Filter;
import io.jianmi.form.testing.TestForms;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickedTest {

    private final CompiledForm form = TestForms.compiled(Json.parse("""
            {"kind": "form", "key": "visit", "title": "Visit", "fields": [
              {"key": "due", "type": "date", "title": "Due"},
              {"key": "place", "type": "region", "title": "Place"},
              {"key": "done", "type": "switch", "title": "Done"},
              {"key": "stars", "type": "rating", "title": "Stars"},
              {"key": "tags", "type": "multi-choice", "title": "Tags", "options": [{"value": "new", "title": "New"}]},
              {"key": "customer", "type": "relation", "title": "Customer", "form": "visit"},
              {"key": "guests", "type": "relations", "title": "Guests", "form": "visit"},
              {"key": "level", "type": "choice", "title": "Level", "options": [{"value": "A", "title": "A"}]}]}"""));
    private final Picked picked = new Picked(form, ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
        "due, DAY, 2026-02-28, 2026-02-28, 2026-03-01",
        "due, WEEK, 2026-02-23, 2026-02-23, 2026-03-02",
        "due, QUARTER, 2026-10-01, 2026-10-01, 2027-01-01",
        "due, YEAR, 2026-01-01, 2026-01-01, 2027-01-01",
        "createdAt, MONTH, 2026-03-01, 2026-02-28T16:00:00Z, 2026-03-31T16:00:00Z"
    })
    void aStretchOfTimeEndsWhereTheNextBegins(String field, Bucket by, String key, String from, String to) {
        assertThat(filter(field, Optional.of(by), key))
                .contains(new Filter.And(
                        List.of(is(field, Operator.GTE, '"' + from + '"'), is(field, Operator.LT, '"' + to + '"'))));
    }

    @Test
    void aProvinceIsAllThatLiesInIt() {
        assertThat(filter("place", Optional.of(Bucket.PROVINCE), "440000"))
                .contains(is("place", Operator.STARTS_WITH, "\"44\""));
        assertThat(filter("place", Optional.of(Bucket.CITY), "440300"))
                .contains(is("place", Operator.STARTS_WITH, "\"4403\""));
    }

    @Test
    void anyOtherValueIsComparedAsWhatItIs() {
        assertThat(filter("level", Optional.empty(), "A")).contains(is("level", Operator.EQ, "\"A\""));
        assertThat(filter("done", Optional.empty(), "true")).contains(is("done", Operator.EQ, "true"));
        assertThat(filter("stars", Optional.empty(), "4")).contains(is("stars", Operator.EQ, "\"4\""));
        assertThat(picked.filter(dimension("level", Optional.empty()), Optional.empty(), "/p"))
                .contains(is("level", Operator.IS_EMPTY, "null"));
    }

    @Test
    void aRecordIsInTheGroupOfEachOfItsChoicesAndReferences() {
        String id = "0190a000-0000-7000-8000-00000000dead";

        assertThat(filter("tags", Optional.empty(), "new")).contains(is("tags", Operator.CONTAINS, "\"new\""));
        assertThat(filter("guests", Optional.empty(), id)).contains(is("guests", Operator.CONTAINS, '"' + id + '"'));
        assertThat(filter("customer", Optional.empty(), id)).contains(is("customer", Operator.EQ, '"' + id + '"'));
    }

    @Test
    void whatNoAnswerGivesIsNoGroup() {
        assertThat(filter("customer", Optional.empty(), "the title")).isEmpty();
        assertThat(filter("guests", Optional.empty(), "the title")).isEmpty();
        assertThat(filter("due", Optional.of(Bucket.DAY), "yesterday")).isEmpty();
        assertThat(filter("stars", Optional.empty(), "many")).isEmpty();
        assertThat(filter("place", Optional.of(Bucket.CITY), "44")).isEmpty();
    }

    private Optional<Filter> filter(String field, Optional<Bucket> by, String key) {
        return picked.filter(dimension(field, by), Optional.of(key), "/p");
    }

    private static Dimension dimension(String field, Optional<Bucket> by) {
        return new Dimension("/d", field, by);
    }

    private static Filter is(String field, Operator operator, String value) {
        return new Filter.Comparison("/p", field, operator, Json.parse(value));
    }
}
