package io.jianmi.core.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCutTest {

    private static final String KEYS =
            "[{\"key\":\"a\"},{\"key\":\"b\"},{\"key\":\"c\"},{\"key\":\"d\"},{\"key\":\"e\"}]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                KEYS,
                "[{\"version\":3},{\"version\":2},{\"version\":1}]",
                "[{\"id\":\"definition:mine\"},{\"id\":\"0192f0c4-0000-7000-8000-000000000000\"}]",
                "[{\"form\":\"x\",\"field\":\"密\"},{\"form\":\"x\",\"field\":\"y\"},{\"form\":\"z\",\"field\":\"y\"}]",
                "[{\"key\":\"sales\"},{\"key\":\"sales\"},{\"key\":\"sales\",\"form\":\"x\"}]",
                "[{\"title\":\"a\"},{\"title\":\"b\"},{}]"
            })
    void pagesTogetherAreTheList(String items) {
        for (String limit : List.of("1", "2", "200")) {
            List<Object> seen = new ArrayList<>();
            String after = null;
            do {
                ObjectNode page = ListCut.of(limit, after).orElseThrow().of(list(items));
                page.path("items").forEach(seen::add);
                after = page.path("next").textValue();
            } while (after != null);
            assertThat(Json.MAPPER.valueToTree(seen).toString())
                    .isEqualTo(Json.parse(items).toString());
        }
    }

    @Test
    void whatIsGoneMeanwhileLosesNothingOfTheRest() {
        String after =
                ListCut.of("2", null).orElseThrow().of(list(KEYS)).path("next").asText();

        String without = KEYS.replace("{\"key\":\"b\"},", "");
        String before = KEYS.replace("{\"key\":\"a\"},", "");
        assertThat(keys(after, without)).isEqualTo("cde");
        assertThat(keys(after, before)).isEqualTo("cde");
    }

    @Test
    void whatComesAlongTheListStays() {
        ObjectNode page = ListCut.of("1", null).orElseThrow().of(list(KEYS).put("mails", true));

        assertThat(page.path("mails").asBoolean()).isTrue();
        assertThat(page.path("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "1.", ".a", "-1.a", "1234567.a", "1.密"})
    void aCursorThatNoListHasGivenIsNone(String after) {
        assertThat(ListCut.of("1", after)).isEmpty();
    }

    private static String keys(String after, String items) {
        StringBuilder keys = new StringBuilder();
        ListCut.of("9", after)
                .orElseThrow()
                .of(list(items))
                .path("items")
                .forEach(item -> keys.append(item.path("key").asText()));
        return keys.toString();
    }

    private static ObjectNode list(String items) {
        ObjectNode list = Json.NODES.objectNode();
        list.set("items", Json.parse(items));
        return list.putNull("next");
    }
}
