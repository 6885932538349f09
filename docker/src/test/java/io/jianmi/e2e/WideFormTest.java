package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The largest forms: what is published can be stored with every field filled, and what could not is not published. */
@Tag("slow")
@ExtendWith(WithServer.class)
class WideFormTest {

    private static final int MOST = 500;
    private static final String LONG = "客户来访详谈合同与付款方式".repeat(12);

    private final Api api;
    private final String key = "wide-" + Integer.toString(Installation.number(), 36);
    private final String form;

    WideFormTest(RunningServer server) {
        api = new Api(Installation.site(server));
        new MatrixExhibits(api).publish();
        form = api.site().formPath(MatrixExhibits.APP, key);
    }

    /** 400 sealed texts of 500 bytes and 100 days: as wide as can be. */
    @Test
    void fiveHundredFilledFieldsAreStoredAndComeBack() {
        List<Map<String, Object>> fields = new ArrayList<>();
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < MOST; i++) {
            boolean day = i % 5 == 4;
            fields.add(day ? field(i, "date", Map.of()) : field(i, "long-text", sealed()));
            data.put("f" + i, day ? "2026-01-02" : i + LONG);
        }
        publish(fields).orFail("publishing");

        JsonNode made = api.post("sam", form + "/records", Map.of("data", data))
                .orFail("creating")
                .body();
        String record = form + "/records/" + made.path("id").asText();
        api.patch("sam", record, Map.of("data", Map.of("f0", "短")), "If-Match", "\"1\"")
                .orFail("changing");

        data.put("f0", "短");
        assertThat(api.get("sam", record).orFail("reading").body().path("data"))
                .isEqualTo(Json.MAPPER.valueToTree(data));
    }

    @Test
    void whatWouldNotFitIsNotPublished() {
        Api.Result refused = publish(fields(MOST, i -> field(i, "long-text", sealed())));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("form.row-too-wide").contains("\"/fields\"");
        assertThat(publish(fields(MOST + 1, i -> field(i, "switch", Map.of()))).text())
                .contains("definition.range");
    }

    private static List<Map<String, Object>> fields(int count, IntFunction<Map<String, Object>> each) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(each.apply(i));
        }
        return fields;
    }

    private static Map<String, Object> sealed() {
        return Map.of("sensitivity", Map.of("level", "personal", "purposes", List.of("sales")));
    }

    private static Map<String, Object> field(int number, String type, Map<String, Object> more) {
        Map<String, Object> field =
                new LinkedHashMap<>(Map.of("key", "f" + number, "type", type, "title", "字段" + number));
        field.putAll(more);
        return field;
    }

    private Api.Result publish(List<Map<String, Object>> fields) {
        api.put(
                        "designer",
                        form + "/draft",
                        Map.of(
                                "kind",
                                "form",
                                "key",
                                key,
                                "title",
                                "宽表",
                                "fields",
                                fields,
                                "permissionGroups",
                                List.of(Map.of(
                                        "key", "all",
                                        "title", "全部",
                                        "members", Map.of("roles", List.of("sales")),
                                        "actions", List.of("create", "read", "update"),
                                        "fields", Map.of("*", "edit")))))
                .orFail("drafting");
        return api.post("designer", form + "/publish", "{}");
    }
}
