package io.jianmi.form.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {

    private static final Path GOLDEN = Path.of("src/test/resources/expression/portable.json");

    private static final Expressions EXPRESSIONS = Corpus.expressions();

    static List<Corpus.Case> cases() {
        return Corpus.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theEngineGivesWhatTheCorpusExpects(Corpus.Case example) {
        Object result = Corpus.compile(EXPRESSIONS, example.expression())
                .evaluate(Corpus.variables(Corpus.NAMES, example.variables()));
        assertThat(Corpus.canonical(result)).isEqualTo(example.expected());
    }

    @Test
    void theCorpusIsLargeAndMostlyPortable() {
        long portable = cases().stream()
                .filter(c ->
                        Corpus.compile(EXPRESSIONS, c.expression()).portable().isPresent())
                .count();
        assertThat(cases()).hasSizeGreaterThan(200);
        assertThat(portable).isGreaterThan(180);
    }

    /** The browser's tests evaluate these trees; rewritten only with {@code -Dgolden.update=true}. */
    @Test
    void portableTreesAreTheCommittedOnes() throws IOException {
        Map<String, JsonNode> trees = new TreeMap<>();
        for (Corpus.Case example : cases()) {
            Corpus.compile(EXPRESSIONS, example.expression())
                    .portable()
                    .ifPresent(tree -> trees.put(example.expression(), tree));
        }
        String lines = String.join(
                ",\n", trees.entrySet().stream().map(CorpusTest::line).toList());
        String json = "{\n" + lines + "\n}\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, json);
        }
        assertThat(Files.readString(GOLDEN)).isEqualTo(json);
    }

    private static String line(Map.Entry<String, JsonNode> entry) {
        ObjectNode key = Json.NODES.objectNode();
        key.set(entry.getKey(), entry.getValue());
        String object = Json.write(key);
        return "  " + object.substring(1, object.length() - 1);
    }
}
