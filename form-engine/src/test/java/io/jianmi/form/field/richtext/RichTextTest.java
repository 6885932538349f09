package io.jianmi.form.field.richtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The corpus that the browser keeps as well, and what holds of any text whatever. */
class RichTextTest {

    private static final JsonNode CORPUS = corpus();

    /** All that may ever be kept, said a second time and independently of the reader. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|strong|em|u|s|code|h[123]|ul|li|blockquote|pre)>|<br>|<hr>|</?ol>|<ol start=\"[0-9]{1,4}\">|</a>"
                    + "|<a href=\"(?:https?://|mailto:|tel:)[^\"<>\\s]+\" rel=\"noopener noreferrer nofollow\">");

    @Test
    void whatSaysSomethingIsKeptInOneForm() {
        for (JsonNode each : CORPUS.path("kept")) {
            String rule = each.path("rule").asText();
            List<Finding> findings = new ArrayList<>();
            Optional<String> kept = RichText.normal(each.path("in").asText(), new Report("/x", findings));

            assertThat(findings).as(rule).isEmpty();
            assertThat(kept).as(rule).contains(each.path("out").asText());
            assertThat(PlainText.of(kept.orElseThrow()))
                    .as(rule)
                    .isEqualTo(each.path("text").asText());
        }
    }

    @Test
    void whatCouldDoSomethingIsRefusedWithItsReasonAndNeverItsText() {
        for (JsonNode each : CORPUS.path("refused")) {
            String in = each.path("in").asText();
            List<Finding> findings = new ArrayList<>();
            assertThat(RichText.normal(in, new Report("/x", findings))).as(in).isEmpty();

            Map<String, Object> params =
                    each.has("reason") ? Map.of("reason", each.path("reason").asText()) : Map.of();
            assertThat(findings)
                    .as(in)
                    .contains(Finding.error(each.path("code").asText(), "/x", params))
                    .allSatisfy(finding -> assertThat(finding.pointer()).isEqualTo("/x"));
            assertThat(findings.toString()).as(in).doesNotContain("alert").doesNotContain("example");
        }
    }

    @Test
    void aNormalFormReadsAsItselfWhateverItCameFrom() {
        RandomHtml random = new RandomHtml(new Random(20_261_126), true);
        int kept = 0;
        for (int i = 0; i < 20_000; i++) {
            String html = random.html();
            Optional<String> normal = RichText.normal(html, nowhere());
            if (normal.isPresent()) {
                kept++;
                assertThat(RichText.normal(normal.get(), nowhere())).as(html).isEqualTo(normal);
                assertHarmless(html, normal.get());
                assertThat(PlainText.of(normal.get())).as(html).isEqualTo(text(normal.get()));
            }
        }
        assertThat(kept).isGreaterThan(5_000);
    }

    /** What is taken keeps every word; anything that would lose one is refused. */
    @Test
    void noWordIsLost() {
        RandomHtml random = new RandomHtml(new Random(7), false);
        for (int i = 0; i < 5_000; i++) {
            String html = random.html();
            RichText.normal(html, nowhere()).ifPresent(normal -> {
                String words = Jsoup.parse(html).body().text();
                assertThat(letters(PlainText.of(normal))).as(html).isEqualTo(letters(words));
            });
        }
    }

    @Test
    void boundsHold() {
        String items = "<li>a</li>".repeat(RichText.MOST_NODES);
        assertThat(reason("<ul>" + items + "</ul>")).containsExactly("NODES");
        assertThat(reason("a".repeat(RichText.LONGEST + 1))).containsExactly("NODES");
        assertThat(reason("<ul><li>".repeat(RichText.DEEPEST + 1) + "a")).containsExactly("DEPTH");
        assertThat(reason("<ul><li>".repeat(RichText.DEEPEST) + "a")).isEmpty();
        assertThat(reason("<b>".repeat(100_000) + "a")).containsExactly("DEPTH");
        String link = "<p><a href=\"https://example.com/" + "a".repeat(1_900) + "\">b</a></p>";
        assertThat(reason(link.repeat(1_000))).containsExactly("NODES");
    }

    /** Text that makes a careless pattern take the square of its length, or a stack frame for each tag. */
    @Test
    void whateverIsSentTakesTimeInProportion() {
        int size = RichText.LONGEST - 100;
        List<String> hard = List.of(
                " ".repeat(size) + "a",
                "<p>" + " ".repeat(size) + "a",
                "<pre>" + "a\n".repeat(size / 2) + "a",
                "<pre>a" + " ".repeat(size) + "a",
                "<a href=\"" + " ".repeat(size) + "a\">b</a>",
                "<pre>".repeat(90) + "a".repeat(size / 2),
                "<p>a</p>" + "<p></p>".repeat(9_000) + "<p>b</p>",
                "<b>".repeat(40) + "a<i>b</i>".repeat(4_000),
                "<ul><li>".repeat(20) + "<br>".repeat(9_000) + "a",
                "&lt;".repeat(size / 4));
        for (String html : hard) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> RichText.normal(html, nowhere()).map(PlainText::of));
        }
    }

    private static List<Object> reason(String html) {
        List<Finding> findings = new ArrayList<>();
        RichText.normal(html, new Report("", findings));
        return findings.stream()
                .map(finding -> finding.params().getOrDefault("reason", finding.code()))
                .toList();
    }

    private static void assertHarmless(String html, String normal) {
        String rest = TAG.matcher(normal).replaceAll("");
        assertThat(rest).as(html).doesNotContain("<", ">");
        for (Element element : Jsoup.parse(normal).body().getAllElements()) {
            element.attributes()
                    .forEach(
                            attribute -> assertThat(attribute.getKey()).as(html).isIn("href", "rel", "start"));
        }
    }

    /** The obvious way to the text of a normal form, through the parser. */
    private static String text(String normal) {
        String broken = normal.replaceAll("</?(?:a|strong|em|u|s|code)\\b[^>]*>", "")
                .replaceAll("(?:<br>|<hr>|</?(?:p|h[123]|ul|ol(?: start=\"[0-9]+\")?|li|blockquote|pre)>)+", "\n");
        return Jsoup.parse("<pre>\n" + broken + "</pre>")
                .body()
                .child(0)
                .wholeText()
                .replaceAll("^\n+|\n+$", "");
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[^A-Za-z0-9]", "");
    }

    private static Report nowhere() {
        return new Report("", new ArrayList<>());
    }

    private static JsonNode corpus() {
        try (InputStream in = RichTextTest.class.getResourceAsStream("/vectors/rich-text.json")) {
            return Json.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
