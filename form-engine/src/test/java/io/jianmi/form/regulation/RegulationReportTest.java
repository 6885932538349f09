package io.jianmi.form.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegulationReportTest {

    /** All that is counted; what the words speak of besides would be claimed without being counted. */
    private static final List<String> COUNTED = List.of(
            "binDays",
            "consentForms",
            "corrections",
            "days",
            "encrypted",
            "entries",
            "erased",
            "exports",
            "fields",
            "forms",
            "grants",
            "inTime",
            "late",
            "objections",
            "officers",
            "open",
            "overdue",
            "packages",
            "personal",
            "publicForms",
            "publicNotices",
            "publicWithoutNotice",
            "refused",
            "requests",
            "restricted",
            "reveals",
            "secret",
            "sensitive",
            "standing",
            "webhooks",
            "withBasis",
            "withPurpose",
            "withRetention",
            "withdrawals",
            "withoutBasis",
            "withoutPurpose",
            "withoutRetention");

    @Test
    void wordsSpeakOfNothingThatIsNotCounted() {
        assertThat(COUNTED).containsAll(RegulationReport.facts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipl", "gdpr", "ccpa"})
    void everyArticleSaysSomethingInBothLanguages(String law) {
        for (String language : List.of("zh-CN", "en")) {
            ArrayNode articles = RegulationReport.of(law, Map.of("withRetention", 1L), language);
            assertThat(articles).isNotEmpty().allSatisfy(article -> {
                assertThat(article.path("title").asText()).isNotBlank();
                assertThat(article.path("controls").size()
                                + article.path("gaps").size())
                        .isPositive();
                assertThat(article.toString()).doesNotContain("{withRetention}");
            });
            article(articles).forEach(text -> assertThat(text).isNotBlank());
        }
        assertThat(RegulationReport.of(law, Map.of(), "en").toString()).doesNotMatch("(?s).*\\p{IsHan}.*");
    }

    @Test
    void aGapIsOpenWhileItsCountSaysSo() {
        Map<String, Long> facts = new HashMap<>(Map.of("overdue", 2L, "officers", 1L));
        assertThat(gaps(facts)).contains("2 个请求已经逾期。请尽快答复。").noneMatch(text -> text.contains("dpo"));
        facts.put("overdue", 0L);
        facts.put("officers", 0L);
        assertThat(gaps(facts)).noneMatch(text -> text.contains("逾期")).anyMatch(text -> text.contains("dpo"));
    }

    private static List<String> gaps(Map<String, Long> facts) {
        List<String> texts = new ArrayList<>();
        RegulationReport.of("pipl", facts, "zh-CN")
                .forEach(article -> article.path("gaps")
                        .forEach(gap -> texts.add(gap.path("text").asText())));
        return texts;
    }

    private static List<String> article(ArrayNode articles) {
        List<String> texts = new ArrayList<>();
        for (JsonNode article : articles) {
            article.path("controls")
                    .forEach(control -> texts.add(control.path("says").asText()));
            article.path("gaps").forEach(gap -> texts.add(gap.path("text").asText()));
        }
        return texts;
    }
}
