package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form changes and its records stay: read, listed, changed, and whole again when a field comes back. */
@Tag("slow")
@ExtendWith(WithServer.class)
class OverTimeTest {

    private final Api api;
    private final EvolvingForm form;

    OverTimeTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new EvolvingForm(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "amount", "mobile", "wechat", "rows", "rows.price", "rows.contact"})
    void aRemovedFieldKeepsItsValuesUntilItComesBack(String path) {
        String left = form.create(EvolvingForm.data("left"));
        String changed = form.create(EvolvingForm.data("changed"));
        JsonNode leftBefore = form.read(left).path("data");
        JsonNode changedBefore = form.read(changed).path("data");
        ObjectNode first = form.definition();

        form.publish(EvolvingForm.without(first, path));

        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(2);
        assertThat(form.read(left).path("formVersion").asInt()).isEqualTo(1);
        assertThat(value(form.read(left).path("data"), path)).isEmpty();
        String made = form.create(Map.of("title", "made"));
        assertThat(form.patch(changed, Map.of("title", "renamed"))
                        .path("formVersion")
                        .asInt())
                .isEqualTo(2);
        assertThat(form.patch(changed, Map.of("title", "changed"))
                        .path("data")
                        .path("title")
                        .asText())
                .isEqualTo("changed");
        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(3);

        form.publish(first);

        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(3);
        assertThat(form.read(left).path("data")).isEqualTo(leftBefore);
        assertThat(form.read(changed).path("data")).isEqualTo(changedBefore);
        assertThat(form.read(made).path("data").path("title").asText()).isEqualTo("made");
        assertThat(form.patch(left, Map.of("title", "left again")).path("data").path("note"))
                .isEqualTo(leftBefore.path("note"));
    }

    @Test
    void whatARemovedFieldHeldIsSealedMeanwhile() {
        String id = form.create(EvolvingForm.data("sealed"));
        ObjectNode first = form.definition();
        form.publish(EvolvingForm.without(first, "note"));
        form.patch(id, Map.of("title", "changed"));

        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("update " + sql.formTable("demo", form.key()) + " set note = 'forged' where id = ?::uuid", id);
        }

        assertThat(api.get("admin", form.records() + "/" + id).code()).isEqualTo("record.integrity");
        form.publish(first);
        assertThat(api.get("admin", form.records() + "/" + id).code()).isEqualTo("record.integrity");
    }

    @Test
    void aGrownScaleLeavesOldRecordsWhole() {
        String left = form.create(EvolvingForm.data("left"));
        String changed = form.create(EvolvingForm.data("changed"));
        ObjectNode next = form.definition();
        EvolvingForm.field(next, "amount").put("scale", 4);
        EvolvingForm.field(EvolvingForm.field(next, "rows"), "price").put("scale", 3);

        form.publish(next);

        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(2);
        assertThat(Double.parseDouble(form.read(left).at("/data/amount").asText()))
                .isEqualTo(12.5);
        form.patch(changed, Map.of("title", "renamed"));
        JsonNode exact = form.patch(changed, Map.of("amount", "12.5001"));
        assertThat(exact.at("/data/amount").asText()).isEqualTo("12.5001");
        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(2);
        EvolvingForm.field(next, "amount").remove("scale");
        form.publish(next);
        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(2);
        form.publish(EvolvingForm.without(next, "amount"));
        form.patch(left, Map.of("title", "renamed"));
        form.publish(next);
        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(2);
        assertThat(Double.parseDouble(form.read(left).at("/data/amount").asText()))
                .isEqualTo(12.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.product>personal", "rows.contact>sensitive"})
    void aRaisedLevelNeverLosesAValue(String change) {
        String id = form.create(EvolvingForm.data("raised"));
        JsonNode before = form.read(id).at("/data/rows");
        String path = change.substring(0, change.indexOf('>'));
        ObjectNode next = form.definition();
        ObjectNode field = EvolvingForm.field(EvolvingForm.field(next, "rows"), path.substring(5));
        field.withObject("/sensitivity").put("level", change.substring(change.indexOf('>') + 1));

        form.move(next, "{}");

        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(1);
        for (int i = 0; i < before.size(); i++) {
            JsonNode row = form.read(id).at("/data/rows").path(i);
            assertThat(row.path("price")).isEqualTo(before.path(i).path("price"));
            if (change.endsWith("sensitive")) {
                assertThat(row.at("/contact/masked").asText()).isNotEmpty();
            } else {
                assertThat(row.path("product")).isEqualTo(before.path(i).path("product"));
            }
        }
    }

    @Test
    void aRemovalIsForetoldByKey() {
        ObjectNode next = EvolvingForm.without(EvolvingForm.without(form.definition(), "mobile"), "rows.price");

        JsonNode dryRun = form.rehearse(next);

        assertThat(dryRun.path("findings"))
                .filteredOn(finding -> finding.path("code").asText().equals("field.values-kept"))
                .allMatch(finding -> finding.path("severity").asText().equals("warning"))
                .extracting(finding -> finding.at("/params/field").asText())
                .containsExactlyInAnyOrder("mobile", "rows.price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"note>number", "note>url", "mobile>text", "rows>text", "amount>money"})
    void theKeyOfARemovedFieldIsItsOwnForEver(String change) {
        ObjectNode first = form.definition();
        String key = change.substring(0, change.indexOf('>'));
        form.publish(EvolvingForm.without(first, key));
        ObjectNode other = EvolvingForm.without(first, key);
        other.withArray("/fields")
                .add(Json.NODES
                        .objectNode()
                        .put("key", key)
                        .put("type", change.substring(change.indexOf('>') + 1))
                        .put("title", "别的")
                        .set("sensitivity", Json.parse("{\"level\": \"internal\"}")));

        assertThat(codes(form.tryPublish(other).body().path("errors"))).contains("field.key-kept");
        form.publish(EvolvingForm.without(first, "title"));
        form.publish(first);
    }

    @Test
    void anAddedFieldAndANewTitleCostOldRecordsNothing() {
        String id = form.create(EvolvingForm.data("old"));
        JsonNode before = form.read(id).path("data");
        ObjectNode next = form.definition();
        EvolvingForm.field(next, "note").put("title", "新名称");
        ArrayNode fields = next.withArray("/fields");
        fields.addObject()
                .put("key", "size")
                .put("type", "number")
                .put("scale", 0)
                .put("title", "规模");

        form.publish(next);

        ObjectNode after = (ObjectNode) form.read(id).path("data");
        assertThat(after.remove("size").isNull()).isTrue();
        assertThat(after).isEqualTo(before);
        assertThat(api.get("admin", form.path() + "/versions/1")
                        .orFail("version")
                        .body()
                        .at("/fields/1/title")
                        .asText())
                .isEqualTo("备注");
    }

    private static Stream<JsonNode> value(JsonNode data, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return data.has(path) ? Stream.of(data.path(path)) : Stream.empty();
        }
        return StreamSupport.stream(data.path(path.substring(0, dot)).spliterator(), false)
                .filter(row -> row.has(path.substring(dot + 1)));
    }

    private static List<String> codes(JsonNode findings) {
        return StreamSupport.stream(findings.spliterator(), false)
                .map(finding -> finding.path("code").asText())
                .toList();
    }
}
