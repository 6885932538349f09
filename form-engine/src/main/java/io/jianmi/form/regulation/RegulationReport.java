package io.jianmi.form.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.LocalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Articles of a law with the controls that meet them, in words. Pure but for its file. */
final class RegulationReport {

    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)\\}");

    /** A gap that no count closes. */
    private static final String ALWAYS = "always";

    private static final JsonNode DATA = load();

    private RegulationReport() {}

    static boolean knows(String law) {
        return DATA.path("laws").has(law);
    }

    static Iterator<String> laws() {
        return DATA.path("laws").fieldNames();
    }

    /** Names of all facts that the words speak of. */
    static Set<String> facts() {
        Set<String> names = new TreeSet<>();
        Matcher found = FACT.matcher(DATA.toString());
        while (found.find()) {
            names.add(found.group(1));
        }
        DATA.path("controls")
                .forEach(control -> control.path("gaps")
                        .forEach(gap -> names.add(gap.path("key").asText())));
        names.remove(ALWAYS);
        return names;
    }

    /** @param facts by name; one that is missing counts as 0 */
    static ArrayNode of(String law, Map<String, Long> facts, String language) {
        ArrayNode articles = Json.NODES.arrayNode();
        for (JsonNode article : DATA.path("laws").path(law)) {
            ObjectNode told = articles.addObject()
                    .put("article", article.path("article").asText())
                    .put("title", words(article.path("title"), facts, language));
            ArrayNode controls = told.putArray("controls");
            ArrayNode gaps = told.putArray("gaps");
            article.path("controls").forEach(key -> control(key.asText(), facts, language, controls, gaps));
        }
        return articles;
    }

    private static void control(
            String key, Map<String, Long> facts, String language, ArrayNode controls, ArrayNode gaps) {
        JsonNode control = DATA.path("controls").path(key);
        String title = words(control.path("title"), facts, language);
        String says = words(control.path("says"), facts, language);
        if (!says.isEmpty()) {
            ObjectNode told =
                    controls.addObject().put("key", key).put("title", title).put("says", says);
            ObjectNode counted = told.putObject("facts");
            Matcher names = FACT.matcher(control.path("says").toString());
            while (names.find()) {
                counted.put(names.group(1), facts.getOrDefault(names.group(1), 0L));
            }
        }
        for (JsonNode gap : control.path("gaps")) {
            if (open(gap, facts)) {
                gaps.addObject()
                        .put("control", key)
                        .put("title", title)
                        .put("text", words(gap.path("text"), facts, language))
                        .put("link", gap.path("link").textValue());
            }
        }
    }

    private static boolean open(JsonNode gap, Map<String, Long> facts) {
        String key = gap.path("key").asText();
        boolean none = facts.getOrDefault(key, 0L) == 0;
        return key.equals(ALWAYS) || none == gap.path("whenZero").asBoolean();
    }

    private static String words(JsonNode text, Map<String, Long> facts, String language) {
        return FACT.matcher(LocalText.of(text).in(language))
                .replaceAll(fact -> Long.toString(facts.getOrDefault(fact.group(1), 0L)));
    }

    private static JsonNode load() {
        try (InputStream file = Objects.requireNonNull(
                RegulationReport.class.getResourceAsStream("/regulation/report.json"), "no regulation report")) {
            return Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the regulation report does not load", e);
        }
    }
}
