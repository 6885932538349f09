package io.jianmi.form.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas can not escape or hang: whatever is typed ends within a second of work, as a value or as findings. */
class HostileExpressionTest {

    /** Of the thread's own time: on a busy machine it waits for its turn. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** By the clock, for what hangs without working. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Expressions EXPRESSIONS = Corpus.expressions();

    @BeforeAll
    static void warmUp() {
        EXPRESSIONS.compile("(1 + [2][1]) * 3 > count(deals)", Corpus.NAMES, Type.ANY);
        EXPRESSIONS.tryIt("{a: 1}.a + 1", Json.NODES.objectNode());
        Corpus.compile(EXPRESSIONS, "matches(name, \"a+b\")").evaluate(Map.of("name", "ab"));
    }

    static Stream<String> refused() {
        return Stream.of(
                "(".repeat(1_000_000) + "1" + ")".repeat(1_000_000),
                "(".repeat(40) + "1" + ")".repeat(40),
                "[".repeat(10) + "1 y" + "]".repeat(10),
                "sum((".repeat(5) + "1 y" + "))".repeat(5),
                "sum([".repeat(5) + "1..2 y" + "])".repeat(5),
                ("sum((".repeat(5) + "1" + "))".repeat(5) + "+").repeat(80) + " y y",
                "`\"`" + "(".repeat(30) + "1" + ")".repeat(30),
                "/* \" */" + "(".repeat(30) + "1" + ")".repeat(30) + " // \"",
                "\"".repeat(3_999),
                "\"" + "a".repeat(5_000) + "\"",
                "1" + "+1".repeat(1_900),
                "-".repeat(3_999) + "1",
                "if true then ".repeat(300) + "1" + " else 1".repeat(300),
                "not(".repeat(12) + "1" + ")".repeat(12),
                "count(for i in 1..100000000 return i)",
                "for i in 1..999 return for j in 1..999 return for k in 1..999 return 1",
                "some a in deals satisfies some b in deals satisfies some c in deals satisfies a.sum = b.sum + c.sum",
                "decimal(1, 999999999)",
                "round up(amount, amount)",
                "{f: function(x) f(x), y: f(1)}.y",
                "function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"getRuntime()\"}}",
                "java.lang.Runtime.getRuntime()",
                "name.class.classLoader",
                "user.class",
                "user.getClass()",
                "deals.getClass",
                "name.bytes",
                "random number()",
                "uuid()",
                "bounded without nulls(deals)",
                "partial",
                "for i in 1..30 return if count(partial) = 0 then \"xx\" else partial[-1] + partial[-1]",
                "?",
                "${7*7}",
                "#{T(java.lang.Runtime)}",
                "amount; drop table record",
                "\u0000",
                "");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithinASecond(String text) {
        Compilation compilation = withinASecond(() -> EXPRESSIONS.compile(text, Corpus.NAMES, Type.ANY));
        assertThat(compilation.expression()).isEmpty();
        assertThat(compilation.findings()).isNotEmpty().allMatch(Finding::blocks);
    }

    static Stream<String> ended() {
        return Stream.of(
                "matches(name, \"(a+)+$\")",
                "matches(name, \"(a|a)*b\")",
                "matches(name, \"(.*)*(.*)*(.*)*x\")",
                "replace(name, \"(a*)*b\", \"\")",
                "replace(name, \"\", \"" + "$0x".repeat(900) + "\")",
                "split(name, \"(a|aa)+b\")",
                "replace(replace(replace(name, \"a\", \"aaaaaaaaaa\"), \"a\", \"aaaaaaaaaa\"), \"a\", \"aaaaaaaaaa\")",
                "matches(name, \"(\")",
                "replace(name, \"a\", \"$9\")",
                "2 ** 999999999999",
                "9 ** 9 ** 9 ** 9",
                "1 / (1 - 1)",
                "modulo(1, 0)",
                "number(name)",
                "date(999999999, 99, 99)",
                "@\"2024-01-01\" + duration(\"P999999999Y\")",
                "amount in [1..99999999999999999999]",
                "some d in deals satisfies d.price > 1");
    }

    @ParameterizedTest
    @MethodSource("ended")
    void endsWithinASecond(String text) {
        CompiledExpression expression = Corpus.compile(EXPRESSIONS, text);
        Map<String, Object> variables = Map.of("name", "a".repeat(2_000), "amount", 1, "deals", List.of());
        String value = withinASecond(() -> String.valueOf(expression.evaluate(variables)));
        assertThat(value.length()).isLessThan(200_000);
    }

    static Stream<String> tried() {
        return Stream.of(
                "for i in 1..100000000 return i",
                "count(for i in 1..90000, j in 1..90000 return 1)",
                "for i in 1..30 return if count(partial) = 0 then \"xx\" else partial[-1] + partial[-1]",
                "{f: function(x) f(x) + f(x), y: f(1)}.y",
                "matches(\"" + "a".repeat(50) + "b\", \"(a+)+$\")",
                "function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"getRuntime()\"}}",
                "(function(p) external {java: {class: \"java.lang.System\", method signature:"
                        + " \"getenv(java.lang.String)\"}})(\"PATH\")",
                "decimal(1, 999999999)",
                "round up(0.1, 400000000)",
                "2 ** 999999999",
                "{a: \"xxxxxxxxxx\", " + doubling() + "z: 1}.z");
    }

    private static String doubling() {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            String before = i == 0 ? "a" : "b" + (i - 1);
            entries.append("b%d: %s + %s, ".formatted(i, before, before));
        }
        return entries.toString();
    }

    @ParameterizedTest
    @MethodSource("tried")
    void triesEndWithinASecondAndReachNothing(String text) {
        Trial trial = withinASecond(() -> EXPRESSIONS.tryIt(text, Json.NODES.objectNode()));
        assertThat(trial.type().orElse("null")).isIn("null", "number", "boolean");
        assertThat(trial.toString()).doesNotContain("/bin");
    }

    private static <T> T withinASecond(ThrowingSupplier<T> work) {
        return assertTimeoutPreemptively(PATIENCE, () -> {
            long before = THREADS.getCurrentThreadCpuTime();
            T result = work.get();
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before))
                    .isLessThan(LIMIT);
            return result;
        });
    }

    @Test
    void objectsOfTheServerNeverEnter() {
        CompiledExpression expression = Corpus.compile(EXPRESSIONS, "name");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> expression.evaluate(Map.of("name", new StringBuilder("secret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no FEEL value: java.lang.StringBuilder");
    }
}
