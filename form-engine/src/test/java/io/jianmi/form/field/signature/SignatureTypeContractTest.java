package io.jianmi.form.field.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.testing.FieldTypeContract;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTypeContractTest extends FieldTypeContract {

    private static final String PNG = png(600, 200, 30);

    SignatureTypeContractTest() {
        super("signature", "");
    }

    @Override
    protected List<Accepted> accepted() {
        String stored = "{\"png\": \"" + PNG + "\"}";
        return List.of(
                new Accepted("\"data:image/png;base64," + PNG + "\"", stored),
                new Accepted(stored, stored),
                new Accepted("{\"text\": \" 张三 \"}", "{\"text\": \"张三\"}"),
                new Accepted("{\"text\": \"  \"}", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"张三\"", "field.signature-invalid"),
                new Refused("[]", "field.signature-invalid"),
                new Refused("{\"png\": \"" + PNG + "\", \"text\": \"张三\"}", "field.signature-invalid"),
                new Refused("{\"png\": \"PHN2Zz48L3N2Zz4=\"}", "field.signature-invalid"),
                new Refused("{\"png\": \"" + png(5_000, 200, 30) + "\"}", "field.signature-invalid"),
                new Refused("{\"png\": \"" + png(600, 0, 30) + "\"}", "field.signature-invalid"),
                new Refused("{\"png\": \"" + png(600, 200, 100_000) + "\"}", "field.signature-invalid"),
                new Refused("{\"text\": \"" + "张".repeat(101) + "\"}", "field.too-long"));
    }

    @Override
    protected String hiddenPart() {
        return "张三";
    }

    @Test
    void aSignatureIsSensitiveWithoutBeingTold() {
        assertThat(new SignatureType().leastLevel()).isEqualTo(Sensitivity.SENSITIVE);
    }

    /** The beginning of a PNG of that size, and as many bytes after it. */
    private static String png(int width, int height, int more) {
        byte[] picture = ByteBuffer.allocate(24 + more)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .array();
        return Base64.getEncoder().encodeToString(picture);
    }
}
