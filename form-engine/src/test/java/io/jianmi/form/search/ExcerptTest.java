package io.jianmi.form.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void namesInAnyLanguageWhateverTheCase() {
        JsonNode title = Json.parse("{\"zh-CN\":\"客户\",\"en\":\"Customers\"}");

        assertThat(Excerpt.names(title, "客")).isTrue();
        assertThat(Excerpt.names(title, "cusTOM")).isTrue();
        assertThat(Excerpt.names(title, "zh-CN")).isFalse();
        assertThat(Excerpt.names(Json.NODES.textNode("客户"), "户")).isTrue();
        assertThat(Excerpt.names(Json.NODES.missingNode(), "户")).isFalse();
    }

    @Test
    void showsWhatStandsAroundOnOneLineAndNoHalfCharacters() {
        String whole = "😀".repeat(30) + "\n合同 第三条" + "😀".repeat(60);

        String around = Excerpt.around(whole, "第三条");

        assertThat(around).startsWith("…").endsWith("…").contains("合同 第三条").doesNotContain("\n");
        assertThat(around.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
        assertThat(Excerpt.around("第三条", "三")).isEqualTo("第三条");
    }

    @Test
    void aQuestionIsSomeTextWithinBounds() {
        assertThat(findings("{\"text\":\" 王 \"}")).isEmpty();
        assertThat(findings("{\"text\":\"  \"}")).containsExactly("search.text /text");
        assertThat(findings("{\"text\":\"" + "x".repeat(101) + "\"}")).containsExactly("search.text /text");
        assertThat(findings("{\"text\":\"x\",\"limit\":21,\"form\":1,\"exact\":\"yes\",\"more\":1}"))
                .containsExactlyInAnyOrder(
                        "query.limit /limit",
                        "request.type /form",
                        "request.type /exact",
                        "request.unknown-property /more");
    }

    private static List<String> findings(String body) {
        List<Finding> findings = new ArrayList<>();
        SearchRequest.parse(Json.parse(body), findings);
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
    }
}
