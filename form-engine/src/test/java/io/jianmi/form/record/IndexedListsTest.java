package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.TablePlan.Part;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.FilterParser;
import io.jianmi.form.testing.TestForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form's view compares {@code level}, newest first; behind that its index holds {@code amount} and the scope's {@code source}. */
class IndexedListsTest {

    private static final CompiledForm FORM = TestForms.compiled(TestForms.definition("bench-customer"));
    private static final String LEVEL = "{'field':'level','op':'eq','value':'金牌'}";
    private static final String AMOUNT = "{'field':'amount','op':'lt','value':'9'}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the view's question                  | {'and':[LEVEL,AMOUNT]}                                            | -createdAt | true
            the other way round                  | {'and':[AMOUNT,{'and':[LEVEL]}]}                                  | -createdAt | true
            less than the view asks              | LEVEL                                                             | -createdAt | true
            everything, newest first             | {'and':[]}                                                        | -createdAt | true
            what the index of everything holds   | {'field':'source','op':'in','value':['官网']}                     | -createdAt | true
            its ranges without what it begins by | AMOUNT                                                            | -createdAt | false
            another order                        | LEVEL                                                             | createdAt  | false
            the order of another column          | LEVEL                                                             | -amount    | false
            a column of no index                 | {'and':[LEVEL,{'field':'owner','op':'eq','value':'u1'}]}          | -createdAt | false
            a protected field                    | {'and':[LEVEL,{'field':'mobile','op':'eq','value':'13800000000'}]} | -createdAt | false
            one or the other                     | {'or':[LEVEL,AMOUNT]}                                             | -createdAt | false
            not that                             | {'not':LEVEL}                                                     | -createdAt | false
            a range where equality is meant      | {'field':'level','op':'in','value':['金牌','银牌']}               | -createdAt | false
            """)
    void servesWhatAnIndexHoldsInItsOrder(String what, String filter, String sort, boolean served) {
        List<Finding> findings = new ArrayList<>();
        String json = filter.replace("LEVEL", LEVEL).replace("AMOUNT", AMOUNT).replace('\'', '"');

        boolean serves =
                IndexedLists.serves(FORM, FilterParser.parse(Json.parse(json), "", findings), Optional.of(order(sort)));

        assertThat(findings).isEmpty();
        assertThat(serves).as(what).isEqualTo(served);
    }

    @Test
    void anOrderOverSomeRowsOnlyIsNoIndexs() {
        assertThat(IndexedLists.serves(FORM, Filter.ALL, Optional.empty())).isFalse();
    }

    private static List<Part> order(String sort) {
        boolean descending = sort.startsWith("-");
        String column = sort.replace("-", "").replace("createdAt", "created_at");
        return List.of(
                new Part(column, descending, descending && column.equals("amount")), new Part("id", descending, false));
    }
}
