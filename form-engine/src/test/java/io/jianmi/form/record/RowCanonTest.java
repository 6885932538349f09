package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RowCanonTest {

    private static final TenantKey TENANT = new TenantKey("demo");
    private static final UUID ID = new UUID(1, 2);
    private static final UUID CHILD = new UUID(3, 4);
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00.000001Z");

    @Test
    void theSameRowHasTheSameBytes() {
        assertThat(bytes(row(1, StoredRecord.Status.SUBMITTED, "A", new byte[] {1})))
                .isEqualTo(bytes(row(1, StoredRecord.Status.SUBMITTED, "A", new byte[] {1})));
    }

    /** Rows sealed by earlier versions must verify for ever: the digests were computed by hand with SHA-256. */
    @Test
    void theBytesOfARowAreFixed() {
        StoredRecord row = new StoredRecord(
                ID,
                3,
                StoredRecord.Status.SUBMITTED,
                2,
                MADE,
                "u",
                MADE,
                "v",
                ID,
                Map.of("zone", text("x"), "level", text("A\"备"), "empty", Json.NODES.nullNode()),
                Map.of("name", new byte[] {1}, "email", new byte[] {2, 3}),
                Map.of(),
                null);

        assertThat(new String(bytes(row), StandardCharsets.UTF_8))
                .isEqualTo("[\"fp-row-v1\",\"demo\",\"customer\",2,\"%s\",3,".formatted(ID)
                        + "\"c44c5e16592f0a566a70d54625c28b4a59260ec20edb03e2b2f79b3f27be922f\","
                        + "\"37fe3acfef3a81e5e24cc3980be61e01fd54b51dd1319131bc870b3d801e05ed\","
                        + "\"submitted\",\"u\",1767225600000001,\"v\",1767225600000001,\"%s\",0]".formatted(ID));
    }

    @Test
    void everyPartThatSqlCouldEditChangesTheBytes() {
        byte[] honest = bytes(row(1, StoredRecord.Status.SUBMITTED, "A", new byte[] {1}));

        assertThat(bytes(row(2, StoredRecord.Status.SUBMITTED, "A", new byte[] {1})))
                .isNotEqualTo(honest);
        assertThat(bytes(row(1, StoredRecord.Status.DRAFT, "A", new byte[] {1})))
                .isNotEqualTo(honest);
        assertThat(bytes(row(1, StoredRecord.Status.FOREIGN, "A", new byte[] {1})))
                .isNotEqualTo(honest);
        assertThat(bytes(row(1, StoredRecord.Status.SUBMITTED, "B", new byte[] {1})))
                .isNotEqualTo(honest);
        assertThat(bytes(row(1, StoredRecord.Status.SUBMITTED, "A", new byte[] {2})))
                .isNotEqualTo(honest);
        assertThat(RowCanon.bytes(
                        new TenantKey("other"), "customer", row(1, StoredRecord.Status.SUBMITTED, "A", new byte[] {1})))
                .isNotEqualTo(honest);
        assertThat(RowCanon.bytes(TENANT, "lead", row(1, StoredRecord.Status.SUBMITTED, "A", new byte[] {1})))
                .isNotEqualTo(honest);
    }

    /** Each ciphertext is preceded by its name and length, so bytes cannot wander from one cell to the next. */
    @Test
    void ciphertextsCannotWanderBetweenCells() {
        byte[] one = bytes(cells(Map.of("a", new byte[] {1, 2}, "b", new byte[] {3})));
        byte[] other = bytes(cells(Map.of("a", new byte[] {1}, "b", new byte[] {2, 3})));
        byte[] swapped = bytes(cells(Map.of("a", new byte[] {3}, "b", new byte[] {1, 2})));

        assertThat(one).isNotEqualTo(other).isNotEqualTo(swapped);
    }

    @Test
    void rowsOfSubformsBelongToTheRow() {
        StoredRecord plain = cells(Map.of());
        StoredRecord.Child child = new StoredRecord.Child(CHILD, Map.of("product", text("x")), Map.of());
        StoredRecord with = new StoredRecord(
                ID,
                1,
                StoredRecord.Status.SUBMITTED,
                1,
                MADE,
                "u",
                MADE,
                "u",
                ID,
                Map.of(),
                Map.of(),
                Map.of("deals", List.of(child)),
                null);

        assertThat(bytes(with)).isNotEqualTo(bytes(plain));
    }

    private static StoredRecord row(int version, StoredRecord.Status status, String level, byte[] cell) {
        return new StoredRecord(
                ID,
                version,
                status,
                1,
                MADE,
                "u",
                MADE,
                "u",
                ID,
                Map.of("level", text(level)),
                Map.of("name", cell),
                Map.of(),
                null);
    }

    private static StoredRecord cells(Map<String, byte[]> cells) {
        return new StoredRecord(
                ID, 1, StoredRecord.Status.SUBMITTED, 1, MADE, "u", MADE, "u", ID, Map.of(), cells, Map.of(), null);
    }

    private static JsonNode text(String text) {
        return Json.NODES.textNode(text);
    }

    private static byte[] bytes(StoredRecord row) {
        return RowCanon.bytes(TENANT, "customer", row);
    }
}
