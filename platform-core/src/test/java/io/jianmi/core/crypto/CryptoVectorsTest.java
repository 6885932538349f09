package io.jianmi.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.Vectors;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CryptoVectorsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final JsonNode VECTORS = Vectors.read("crypto");

    static Stream<JsonNode> associatedData() {
        return cases(VECTORS.required("associated_data").required("cases"));
    }

    @ParameterizedTest
    @MethodSource("associatedData")
    void associatedDataIsTheCanonicalArray(JsonNode each) {
        Object[] parts = StreamSupport.stream(each.required("parts").spliterator(), false)
                .map(part -> part.isInt() ? (Object) part.intValue() : part.textValue())
                .toArray();

        assertThat(CanonicalJson.array(parts))
                .isEqualTo(HEX.parseHex(each.required("bytes_hex").textValue()));
    }

    @Test
    void cellContextIsWrittenAsThatArray() {
        UUID record = new UUID(1, 2);
        UUID subject = new UUID(3, 4);
        CellContext context = new CellContext(new TenantKey("acme"), "customer", record, "备注", subject, KeyClass.S3);

        assertThat(new String(context.associatedData(7), UTF_8))
                .isEqualTo("[\"fp-ad-v1\",\"acme\",\"customer\",\"00000000-0000-0001-0000-000000000002\",\"备注\","
                        + "\"00000000-0000-0003-0000-000000000004\",\"S3\",7]");
    }

    static Stream<JsonNode> frames() {
        return cases(VECTORS.required("plaintext_frame").required("cases"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void frameIsPaddedToItsBucket(JsonNode each) throws GeneralSecurityException {
        byte[] frame = Frame.of(each.required("value"));

        assertThat(frame).hasSize(each.required("frame_length").intValue());
        assertThat(HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(frame)))
                .isEqualTo(each.required("frame_sha256").textValue());
        if (!each.required("frame_hex").isNull()) {
            assertThat(HEX.formatHex(frame))
                    .isEqualTo(each.required("frame_hex").textValue());
        }
        assertThat(Frame.value(frame)).isEqualTo(each.required("value"));
    }

    static Stream<JsonNode> tokens() {
        return cases(VECTORS.required("blind_index").required("cases"));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void tokenIsTheTruncatedPrf(JsonNode each) throws GeneralSecurityException {
        byte[] root = HEX.parseHex(
                VECTORS.required("blind_index").required("root_hex").textValue());
        String tenant = each.required("tenant").textValue();
        String scope = each.required("scope").textValue();
        String index = each.required("index").textValue();
        int epoch = each.required("epoch").intValue();

        assertThat(HEX.formatHex(IndexToken.keyBytes(root, tenant, scope, index, epoch)))
                .isEqualTo(each.required("key_hex").textValue());
        assertThat(HEX.formatHex(IndexToken.of(
                        IndexToken.key(root, tenant, scope, index, epoch),
                        each.required("normalized").textValue(),
                        each.required("bits").intValue())))
                .isEqualTo(each.required("token_hex").textValue());
    }

    static Stream<JsonNode> plans() {
        return cases(VECTORS.required("blind_index").required("planning").required("table"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void widthKeepsBetweenTwoAndSquareRootRowsPerToken(JsonNode each) {
        assertThat(IndexWidth.forRows(each.required("rows").longValue()))
                .isEqualTo(new IndexWidth(
                        each.required("min_total_bits").intValue(),
                        each.required("max_total_bits").intValue()));
    }

    @Test
    void fewRowsGetNoBlindIndex() {
        assertThatIllegalArgumentException().isThrownBy(() -> IndexWidth.forRows(15));
        assertThat(IndexWidth.forRows(16).holds(IndexWidth.UNIQUE)).isFalse();
    }

    private static Stream<JsonNode> cases(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
