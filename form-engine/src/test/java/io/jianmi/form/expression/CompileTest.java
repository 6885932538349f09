package io.jianmi.form.expression;

import static io.jianmi.core.privacy.sensitivity.Sensitivity.INTERNAL;
import static io.jianmi.core.privacy.sensitivity.Sensitivity.PERSONAL;
import static io.jianmi.core.privacy.sensitivity.Sensitivity.PUBLIC;
import static io.jianmi.core.privacy.sensitivity.Sensitivity.SENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompileTest {

    private static final Names DEAL = Names.none()
            .with("product", Type.STRING, INTERNAL)
            .with("quantity", Type.NUMBER, INTERNAL)
            .with("price", Type.NUMBER, PERSONAL)
            .with("sum", Type.NUMBER, PERSONAL);

    private static final Names CUSTOMER = Names.none()
            .with("name", Type.STRING, PERSONAL)
            .with("health", Type.STRING, SENSITIVE)
            .with("level", Type.STRING, INTERNAL)
            .with("creditLimit", Type.NUMBER, INTERNAL)
            .with("owner", Type.STRING, INTERNAL)
            .with("department", Type.STRING, INTERNAL)
            .with("birthday", Type.DATE, PERSONAL)
            .with("deals", Type.list(Type.context(DEAL)), INTERNAL)
            .withUser();

    private final Expressions expressions =
            new Expressions(InstantSource.fixed(Instant.parse("2026-03-01T18:00:00Z")), ZoneId.of("Asia/Shanghai"));

    private CompiledExpression compiled(String text) {
        Compilation compilation = expressions.compile(text, CUSTOMER, Type.ANY);
        assertThat(compilation.findings()).isEmpty();
        return compilation.expression().orElseThrow();
    }

    @SuppressWarnings("NullAway") // a price that is not filled in
    private static Map<String, Object> deal(String quantity, @Nullable String price) {
        Map<String, Object> row = new HashMap<>();
        row.put("quantity", new BigDecimal(quantity));
        row.put("price", price == null ? null : new BigDecimal(price));
        return row;
    }

    @Test
    void multipliesExactlyInsideARow() {
        CompiledExpression sum = expressions
                .compile("quantity * price", CUSTOMER.within(DEAL), Type.NUMBER)
                .expression()
                .orElseThrow();
        assertThat(sum.evaluate(deal("3", "19.99"))).isEqualTo(new BigDecimal("59.97"));
        assertThat(sum.evaluate(deal("3", null))).isNull();
    }

    @Test
    void aggregatesSkipTheNullsOfAColumn() {
        Map<String, Object> record = Map.of("deals", List.of(deal("1", "10.10"), deal("1", null), deal("1", "0.20")));
        assertThat(compiled("sum(deals.price)").evaluate(record)).isEqualTo(new BigDecimal("10.30"));
        assertThat(compiled("count(deals.price)").evaluate(record)).isEqualTo(new BigDecimal("2"));
        assertThat(compiled("count(deals)").evaluate(record)).isEqualTo(new BigDecimal("3"));
        assertThat(compiled("max(deals.price)").evaluate(record)).isEqualTo(new BigDecimal("10.10"));
        assertThat(compiled("sum(deals[price > 1].price)").evaluate(record)).isEqualTo(new BigDecimal("10.10"));
        assertThat(compiled("some d in deals satisfies d.price > 10").evaluate(record))
                .isEqualTo(true);
    }

    @Test
    void aFilterWithinAFilterSeesItsOwnItemsOnly() {
        Map<String, Object> record = Map.of("deals", List.of(deal("1", "10.10"), deal("2", "1")));
        assertThat(compiled("count(deals[count(deals[price > 5]) = quantity])").evaluate(record))
                .isEqualTo(new BigDecimal("1"));
        Names tagged = CUSTOMER.with("tags", Type.list(Type.STRING), INTERNAL);
        assertThat(expressions
                        .compile("deals[count(tags[item = product]) > 0]", tagged, Type.ANY)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("expression.unknown-name");
    }

    @Test
    void readsInputsOfFieldsAndColumns() {
        assertThat(compiled("sum(deals[product = level].sum) + creditLimit").inputs())
                .containsExactlyInAnyOrder("deals", "deals.product", "level", "deals.sum", "creditLimit");
        assertThat(compiled("sum(deals.sum)").inputs()).containsExactly("deals.sum");
        assertThat(compiled("some d in deals satisfies d.price > 1").inputs())
                .containsExactlyInAnyOrder("deals", "deals.price");
        assertThat(compiled("owner = user.id").usesUser()).isTrue();
        assertThat(compiled("owner = user.id").inputs()).containsExactly("owner");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + 1                                        | PUBLIC
            level                                        | INTERNAL
            name + level                                 | PERSONAL
            if health = "x" then 1 else 2                | SENSITIVE
            sum(deals.sum)                               | PERSONAL
            count(deals)                                 | INTERNAL
            count(deals.price)                           | INTERNAL
            health = null                                | INTERNAL
            not(health != null)                          | INTERNAL
            is defined(health)                           | INTERNAL
            count(deals[product = health])               | SENSITIVE
            count(deals[price > 1])                      | PERSONAL
            sum(deals[quantity > 1].quantity)            | INTERNAL
            for d in deals return d.quantity             | INTERNAL
            for d in deals return d.price                | PERSONAL
            deals[1]                                     | PERSONAL
            """)
    void inheritsTheHighestTagOfItsInputs(String text, Sensitivity expected) {
        assertThat(compiled(text).taint()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 +                                          | expression.syntax
            (1                                           | expression.syntax
            `a b`                                        | expression.syntax
            nobody > 1                                   | expression.unknown-name
            deals.nothing                                | expression.unknown-name
            user.password                                | expression.unknown-name
            level > "a" and name in ["x"] or level = "b" | expression.syntax
            level > 1                                    | expression.type
            creditLimit = "1"                            | expression.type
            name * 2                                     | expression.type
            sum(name)                                    | expression.type
            list contains(user.roles, creditLimit)       | expression.type
            creditLimit in ["a"]                         | expression.type
            nothing(1)                                   | expression.unknown-function
            random number()                              | expression.unknown-function
            {a: 1}                                       | expression.unsupported
            function(x) x                                | expression.unsupported
            for i in 1..1000000 return i                 | expression.too-complex
            decimal(1, 999999999)                        | expression.too-complex
            """)
    void refusesWhatCannotBeTyped(String text, String code) {
        assertThat(expressions.compile(text, CUSTOMER, Type.ANY).findings())
                .extracting(Finding::code)
                .contains(code);
    }

    @Test
    void findsEverythingAtOnce() {
        assertThat(expressions
                        .compile("nobody > 1 and name * 2 = 4 or none(1)", CUSTOMER, Type.ANY)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("expression.unknown-name", "expression.type", "expression.unknown-function");
    }

    @Test
    void asksForTheTypeOfItsPlace() {
        assertThat(expressions.compile("1 + 1", CUSTOMER, Type.BOOLEAN).findings())
                .containsExactly(
                        Finding.error("expression.type", "", Map.of("expected", "boolean", "actual", "number")));
    }

    @Test
    void onlyTrueHoldsAndOnlyFalseFails() {
        CompiledExpression positive = compiled("creditLimit >= 0");
        assertThat(positive.holds(Map.of())).isFalse();
        assertThat(positive.passes(Map.of())).isTrue();
        assertThat(positive.passes(Map.of("creditLimit", -1))).isFalse();
        assertThat(compiled("creditLimit = null or creditLimit >= 0").evaluate(Map.of()))
                .isEqualTo(true);
    }

    @Test
    void aScopeThatComparesWithANullOfUserAdmitsNobody() {
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("user", new HashMap<>(Map.of("id", "u1")));
        for (String text : List.of(
                "department = user.department",
                "department != user.department",
                "not(department = user.department)",
                "department in user.headOf",
                "not(list contains(user.headOf, department))")) {
            assertThat(compiled(text).admits(nobody)).as(text).isFalse();
        }
        assertThat(compiled("department = user.department").holds(nobody)).isTrue();
    }

    @Test
    void todayIsTheDayInTheTenantsZone() {
        assertThat(compiled("today()").evaluate(Map.of())).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(compiled("birthday < today() - duration(\"P18Y\")")
                        .holds(Map.of("birthday", LocalDate.of(2000, 1, 1))))
                .isTrue();
    }

    @Test
    void longSubformsStillEndOrAreRefused() {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            rows.add(deal("1", "1"));
        }
        assertThat(compiled("sum(deals.price)").evaluate(Map.of("deals", rows))).isEqualTo(new BigDecimal("5000"));
        CompiledExpression pairs = compiled("some a in deals satisfies some b in deals satisfies a.price = b.quantity");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> pairs.evaluate(Map.of("deals", rows)))
                .hasMessage("expression.too-complex");
    }

    @Test
    void publicConstantsNeedNoInputs() {
        CompiledExpression constant = compiled("\"A\"");
        assertThat(constant.evaluate(Map.of())).isEqualTo("A");
        assertThat(constant.type()).isEqualTo(Type.STRING);
        assertThat(constant.inputs()).isEmpty();
        assertThat(constant.taint()).isEqualTo(PUBLIC);
        assertThat(Arrays.asList(constant.cost())).containsExactly(1L);
    }
}
