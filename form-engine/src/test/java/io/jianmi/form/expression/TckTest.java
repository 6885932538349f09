package io.jianmi.form.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The engine against the DMN Technology Compatibility Kit ({@code vectors/feel-tck.json}), and the compiler and its portable
 * trees against the engine. Where they differ stands in {@code tck-differences.json}, each with its reason; a case that leaves
 * or joins the list fails the test.
 */
class TckTest {

    private static final Path RESOURCES = Path.of("src/test/resources/expression");
    private static final Path GOLDEN = RESOURCES.resolve("tck-portable.json");
    private static final Expressions EXPRESSIONS = Corpus.expressions();
    private static final JsonNode NO_INPUTS = Json.NODES.objectNode();
    private static final TckMoments MOMENTS =
            new TckMoments(ZoneId.of(Corpus.FILE.get("zone").textValue()));

    private final List<TckCase> cases = TckCase.all();

    @Test
    void theEngineAgreesOnEveryCaseButTheListedOnes() throws IOException {
        Set<String> differing = cases.stream()
                .filter(each -> !each.agrees(tried(each)))
                .map(TckCase::id)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(differing).isEqualTo(listed("engine"));
    }

    /** The compiler's rewriting changes no result, but for the listed ones. */
    @Test
    void whatTheCompilerTakesGivesWhatTheEngineGives() throws IOException {
        Set<String> differing = new TreeSet<>();
        int taken = 0;
        int portable = 0;
        for (TckCase each : cases) {
            Optional<CompiledExpression> compiled = compile(each);
            if (compiled.isEmpty()) {
                continue;
            }
            taken++;
            portable += compiled.get().portable().isPresent() ? 1 : 0;
            if (!MOMENTS.same(evaluate(compiled.get()), tried(each))) {
                differing.add(each.id());
            }
        }
        System.out.printf(
                "TCK: of %d cases the compiler takes %d, of these %d portable%n", cases.size(), taken, portable);
        assertThat(differing).isEqualTo(listed("compiler"));
        assertThat(taken).isGreaterThan(600);
    }

    /** The browser's tests evaluate these trees; rewritten only with {@code -Dgolden.update=true}. */
    @Test
    void portableTreesAndTheirResultsAreTheCommittedOnes() throws IOException {
        List<String> lines = new ArrayList<>();
        for (TckCase each : cases) {
            Optional<CompiledExpression> compiled = compile(each);
            compiled.flatMap(CompiledExpression::portable)
                    .ifPresent(tree -> lines.add("  " + line(each, tree, compiled.get())));
        }
        String json = "[\n" + String.join(",\n", lines) + "\n]\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, json);
        }
        assertThat(Files.readString(GOLDEN)).isEqualTo(json);
        assertThat(lines).hasSizeGreaterThan(300);
    }

    /** A try that ran out of time on a busy machine says nothing about the expression. */
    private static Trial tried(TckCase each) {
        Trial trial = EXPRESSIONS.tryIt(each.expression(), NO_INPUTS);
        for (int again = 0; again < 5 && ranOutOfTime(trial); again++) {
            trial = EXPRESSIONS.tryIt(each.expression(), NO_INPUTS);
        }
        return trial;
    }

    private static boolean ranOutOfTime(Trial trial) {
        return trial.findings().stream()
                .anyMatch(finding -> "milliseconds".equals(finding.params().get("limit")));
    }

    private static String line(TckCase each, JsonNode tree, CompiledExpression compiled) {
        ArrayNode line = Json.NODES.arrayNode();
        line.add(each.expression()).add(tree).add(Corpus.canonical(compiled.evaluate(Map.of())));
        return Json.write(line);
    }

    private static Optional<CompiledExpression> compile(TckCase each) {
        return EXPRESSIONS.compile(each.expression(), Names.none(), Type.ANY).expression();
    }

    private static Trial evaluate(CompiledExpression compiled) {
        return TrialValues.describe(compiled.evaluate(Map.of()));
    }

    private static Set<String> listed(String part) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode group : Json.parse(Files.readString(RESOURCES.resolve("tck-differences.json")))
                .get(part)) {
            assertThat(group.path("reason").asText()).isNotBlank();
            group.path("cases").forEach(id -> ids.add(id.asText()));
        }
        return ids;
    }
}
