package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The bytes a row's tag covers (privacy design 1.6): clear values, digests of ciphertexts, status, creator, versions and
 * times. Editing any of it by SQL, or putting an old value back, breaks the tag.
 */
final class RowCanon {

    private static final HexFormat HEX = HexFormat.of();

    private RowCanon() {}

    /** Canonical JSON (RFC 8785) of the row; decimals are carried as strings. */
    static byte[] bytes(TenantKey tenant, String form, StoredRecord row) {
        return CanonicalJson.array(
                "fp-row-v1",
                tenant.value(),
                form,
                row.formVersion(),
                row.id().toString(),
                row.version(),
                clear(row),
                cells(row),
                row.status().key(),
                row.createdBy(),
                micros(row.createdAt()),
                row.updatedBy(),
                micros(row.updatedAt()),
                row.subject().toString(),
                row.deletedAt() == null ? 0L : micros(row.deletedAt()));
    }

    /** SHA-256 of the same bytes, lower-case hex: the row digest of audit entries. */
    static String digest(byte[] canonical) {
        return hex(canonical);
    }

    private static String clear(StoredRecord row) {
        Map<String, List<StoredRecord.Child>> subforms =
                all(row.children(), row.kept().children());
        Map<String, JsonNode> values = all(row.clear(), row.kept().clear());
        if (subforms.isEmpty()) {
            // Empty values have no entry in a row, and a null would stand for one.
            return hex(CanonicalJson.object(filled(values)));
        }
        ObjectNode all = object(values);
        subforms.forEach((subform, rows) -> all.set(subform, children(rows)));
        return hex(CanonicalJson.bytes(all));
    }

    /** What a removed field holds is sealed as what the others hold: it may come back. */
    private static <V> Map<String, V> all(Map<String, V> own, Map<String, V> kept) {
        if (kept.isEmpty()) {
            return own;
        }
        Map<String, V> all = new HashMap<>(own);
        all.putAll(kept);
        return all;
    }

    private static Map<String, JsonNode> filled(Map<String, JsonNode> values) {
        for (JsonNode value : values.values()) {
            if (value.isNull()) {
                Map<String, JsonNode> filled = new HashMap<>(values);
                filled.values().removeIf(JsonNode::isNull);
                return filled;
            }
        }
        return values;
    }

    private static ArrayNode children(List<StoredRecord.Child> rows) {
        ArrayNode array = Json.NODES.arrayNode(rows.size());
        for (StoredRecord.Child row : rows) {
            array.add(object(all(row.clear(), row.kept().clear()))
                    .put("id", row.id().toString()));
        }
        return array;
    }

    private static ObjectNode object(Map<String, JsonNode> values) {
        ObjectNode object = Json.NODES.objectNode();
        values.forEach((field, value) -> {
            if (!value.isNull()) {
                object.set(field, value);
            }
        });
        return object;
    }

    /** One digest over all ciphertexts, each named, in the order of names. */
    private static String cells(StoredRecord row) {
        MessageDigest digest = Sha256.digest();
        cells(digest, "", all(row.cells(), row.kept().cells()));
        Map<String, List<StoredRecord.Child>> subforms =
                all(row.children(), row.kept().children());
        if (!subforms.isEmpty()) {
            new TreeMap<>(subforms)
                    .forEach((subform, rows) -> rows.forEach(child -> cells(
                            digest,
                            subform + "/" + child.id() + "/",
                            all(child.cells(), child.kept().cells()))));
        }
        return HEX.formatHex(digest.digest());
    }

    private static void cells(MessageDigest digest, String prefix, Map<String, byte[]> cells) {
        String[] fields = cells.keySet().toArray(String[]::new);
        Arrays.sort(fields);
        for (String field : fields) {
            byte[] cell = Objects.requireNonNull(cells.get(field));
            digest.update((prefix + field + ":" + cell.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(cell);
        }
    }

    private static String hex(byte[] canonical) {
        return HEX.formatHex(Sha256.of(canonical));
    }

    /** Microseconds, the resolution of a timestamptz. */
    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000L);
    }
}
