package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PRIV-4, PRIV-5, PRIV-6: what is changed behind the product's back is refused on read, and only that. */
@Tag("slow")
@ExtendWith(WithServer.class)
class TamperTest {

    private final Api api;
    private final CanaryForm form;
    private String one = "";
    private String other = "";

    TamperTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new CanaryForm(api);
    }

    @BeforeEach
    void twoRecords() {
        form.publish();
        one = form.create("admin", CanaryForm.data(Installation.number(), "A"));
        other = form.create("admin", CanaryForm.data(Installation.number(), "A"));
        assertThat(api.get("admin", form.record(one)).status()).isEqualTo(200);
    }

    @Test
    void swappedCiphertextsAreRefusedAndServedAgainOncePutBack() {
        swap("name_enc");
        assertRefused(one);
        assertRefused(other);

        swap("name_enc");
        assertThat(api.get("admin", form.record(one)).status()).isEqualTo(200);
        assertThat(api.get("admin", form.record(other)).status()).isEqualTo(200);
    }

    @Test
    void anEditedStatusIsRefused() {
        tamper("status = case when status = 'draft' then 'submitted' else 'draft' end", one);

        assertRefused(one);
    }

    @Test
    void anEditedClearFieldIsRefused() {
        tamper("level = 'B'", one);

        assertRefused(one);
    }

    @Test
    void anEditedVersionOrCreatorIsRefused() {
        tamper("version = version + 1", one);
        tamper("created_by = updated_by || 'x'", other);

        assertRefused(one);
        assertRefused(other);
    }

    @Test
    void aRecordWhosePersonWasRemovedIsRefused() {
        tamper("subject_id = null", one);

        // Where somebody's data is restricted, as other tests leave it, a row of nobody might be hers and is kept from
        // all.
        assertThat(api.get("admin", form.record(one)).code()).isIn("record.integrity", "request.not-found");
        assertThat(api.post("admin", api.site().tenantPath() + "/search", Map.of("text", other))
                        .status())
                .as("one broken record stands in nobody's way")
                .isEqualTo(200);
    }

    @Test
    void anOlderCiphertextPutBackIsRefused() {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String table = form.table(sql);
            String old = sql.texts("select encode(name_enc, 'hex') from " + table + " where id = ?::uuid", one)
                    .get(0);
            api.patch(
                            "admin",
                            form.record(one),
                            Map.of("data", Map.of("name", "钱新名")),
                            "If-Match",
                            form.etag("admin", one))
                    .orFail("updating");
            sql.run("update " + table + " set name_enc = decode(?, 'hex') where id = ?::uuid", old, one);
        }

        assertRefused(one);
    }

    @Test
    void aTamperedRecordIsNotChangedByACommandEither() {
        String etag = form.etag("admin", one);
        tamper("level = 'B'", one);

        Api.Result refused =
                api.patch("admin", form.record(one), Map.of("data", Map.of("amount", "1.00")), "If-Match", etag);

        assertThat(refused.code()).isEqualTo("record.integrity");
    }

    /** A single read is a problem without a value; in a list the item is that problem and its neighbours are served. */
    private void assertRefused(String id) {
        Api.Result single = api.get("admin", form.record(id));
        assertThat(single.ok()).isFalse();
        assertThat(single.code()).isEqualTo("record.integrity");
        assertThat(single.body().has("data")).isFalse();

        JsonNode items = api.post(
                        "admin", form.records() + "/query", Map.of("sort", List.of("-createdAt"), "limit", 200))
                .orFail("listing")
                .body()
                .path("items");
        boolean found = false;
        int served = 0;
        for (JsonNode item : items) {
            if (item.path("id").asText().equals(id)) {
                found = true;
                assertThat(item.path("problem").asText()).isEqualTo("record.integrity");
                assertThat(item.size()).isEqualTo(2);
            } else if (item.has("data")) {
                served++;
            }
        }
        assertThat(found).isTrue();
        assertThat(served).isEqualTo(items.size() - countProblems(items)).isGreaterThanOrEqualTo(0);
    }

    private static int countProblems(JsonNode items) {
        int problems = 0;
        for (JsonNode item : items) {
            problems += item.has("problem") ? 1 : 0;
        }
        return problems;
    }

    private void swap(String column) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String table = form.table(sql);
            int changed = sql.run(
                    "update " + table + " a set " + column + " = b." + column + " from " + table
                            + " b where (a.id = ?::uuid and b.id = ?::uuid) or (a.id = ?::uuid and b.id = ?::uuid)",
                    one,
                    other,
                    other,
                    one);
            assertThat(changed).isEqualTo(2);
        }
    }

    private void tamper(String assignment, String id) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            int changed = sql.run("update " + form.table(sql) + " set " + assignment + " where id = ?::uuid", id);
            assertThat(changed).isEqualTo(1);
        }
    }
}
