package io.jianmi.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryTextTest {

    private final JsonNode vector = vector();

    @Test
    void theTextOfAnEntryAndItsLeafHashAreThePublishedOnes() {
        JsonNode entry = vector.path("entry");
        String text = EntryText.canonical(
                entry.path("log").asText(),
                entry.path("seq").asLong(),
                new Unnumbered(
                        new UUID(0, 0),
                        OffsetDateTime.parse(entry.path("ts").asText()),
                        entry.path("actor").asText(),
                        entry.path("act").asText(),
                        entry.path("obj").asText(),
                        true,
                        CanonicalJson.text(entry.path("ctx")),
                        entry.path("pc").asText()));
        assertThat(text).isEqualTo(vector.path("entry_bytes_utf8").asText());
        assertThat(EntryText.leafHash(text).hex())
                .isEqualTo(vector.path("leaf_hash").asText());
    }

    @Test
    void theTextIsCanonicalWhateverItSays() {
        Unnumbered odd = new Unnumbered(
                new UUID(0, 0),
                OffsetDateTime.parse("2026-01-01T08:00:00.5+08:00"),
                "u\"\\\u0007",
                "a.b",
                "表单/客户/\uD83D\uDE00",
                false,
                EntryText.NO_CONTEXT,
                null);
        String text = EntryText.canonical(EntryText.origin(new TenantKey("demo")), 12, odd);
        assertThat(text).isEqualTo(CanonicalJson.text(Json.parse(text)));
        assertThat(text)
                .contains("\"ts\":\"2026-01-01T00:00:00.500000Z\"", "\"out\":\"deny\"")
                .doesNotContain("ctx", "\"pc\"");
    }

    @Test
    void theCommitmentIsThePublishedOne() {
        JsonNode commitment = vector.path("payload_commitment");
        byte[] salt = HexFormat.of().parseHex(commitment.path("salt_hex").asText());
        assertThat(Commitments.of(salt, commitment.path("payload")))
                .isEqualTo(commitment.path("pc").asText());
    }

    private static JsonNode vector() {
        try (InputStream in = EntryTextTest.class.getResourceAsStream("/vectors/merkle.json")) {
            return Json.MAPPER.readTree(Objects.requireNonNull(in)).path("own").path("audit_entry");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
