package io.jianmi.core.privacy.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurposeListTest {

    @Test
    void keepsOrderAndTitlesOfBothShapes() {
        PurposeList list = read("""
                {"items": [{"key": "care", "title": "Care"}, {"key": "after-sales", "title": {"zh-CN": "售后", "en": "After sales"}}]}
                """, new ArrayList<>());

        assertThat(PurposeList.parse(list.text())).isEqualTo(list);
        assertThat(list.items()).extracting(Purpose::key).containsExactly("care", "after-sales");
    }

    @Test
    void reportsEverythingWrongAtOnceAndWhere() {
        List<Finding> findings = new ArrayList<>();

        read("""
                {"items": [{"key": "Care", "title": "x"}, {"key": "a", "title": " "}, {"key": "a", "title": {"en": 1}}, 7]}
                """, findings);

        assertThat(findings)
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly(
                        "purpose.key /items/0/key",
                        "purpose.title /items/1/title",
                        "purpose.duplicate /items/2/key",
                        "purpose.title /items/2/title",
                        "purpose.key /items/3/key",
                        "purpose.title /items/3/title");
    }

    @Test
    void refusesAnEmptyAnEndlessAndAMissingList() {
        String endless = "{\"items\": [" + "{\"key\": \"a\", \"title\": \"a\"},".repeat(PurposeList.MAX_PURPOSES)
                + "{\"key\": \"b\", \"title\": \"b\"}]}";
        for (String body : List.of("{\"items\": []}", "{}", "[]", "null", endless)) {
            List<Finding> findings = new ArrayList<>();

            read(body, findings);

            assertThat(findings).containsExactly(Finding.error("purpose.count", "/items"));
        }
    }

    @Test
    void everyTenantStartsWithPurposesThatWouldBeAccepted() {
        List<Finding> findings = new ArrayList<>();
        JsonNode body = Json.NODES.objectNode().set("items", Json.parse(new PurposeList(Purpose.DEFAULTS).text()));

        assertThat(PurposeList.read(body, findings).items()).isEqualTo(Purpose.DEFAULTS);
        assertThat(findings).isEmpty();
    }

    private static PurposeList read(String body, List<Finding> findings) {
        return PurposeList.read(Json.parse(body), findings);
    }
}
