package io.jianmi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/** Compares the newest rows with what was sent, as {@code admin}: every field, the identity number by a reveal. */
final class ReadBack {

    private static final int ROWS = 200;
    private static final int REVEALED = 5;

    private final Bed bed;

    ReadBack(Bed bed) {
        this.bed = bed;
    }

    /** @return what was compared, for the report */
    String newestRows() {
        JsonNode items = bed.api()
                .post("admin", bed.records() + "/query", Map.of("sort", List.of("-createdAt"), "limit", ROWS))
                .orFail("reading the newest rows")
                .body()
                .path("items");
        Expect.that(items.size() == ROWS, "the newest " + ROWS + " rows are there");
        int revealed = 0;
        for (JsonNode item : items) {
            JsonNode data = item.path("data");
            Map<String, String> sent =
                    Customers.fields(Customers.numberIn(data.path("notes").asText()));
            sent.forEach((key, value) -> Expect.that(
                    "nationalId".equals(key)
                            ? data.path(key).has("masked")
                            : stored(value).equals(data.path(key).asText()),
                    "field " + key + " of record " + item.path("id").asText() + " reads back as it was sent"));
            if (revealed < REVEALED) {
                revealed++;
                String id = item.path("id").asText();
                Expect.that(reveal(id).equals(sent.get("nationalId")), "the revealed number of record " + id);
            }
        }
        return "newest " + ROWS + " rows read back equal in all fields, " + REVEALED + " identity numbers by reveal";
    }

    /** Text is stored in compatibility form: full-width punctuation comes back as ASCII. */
    private static String stored(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private String reveal(String id) {
        Api.Result revealed = bed.api()
                .post(
                        "admin",
                        bed.records() + "/" + id + "/reveal",
                        Map.of("fields", List.of("nationalId"), "purpose", "contract", "reason", "benchmark check"));
        return revealed.orFail("revealing")
                .body()
                .path("values")
                .path("nationalId")
                .asText();
    }
}
