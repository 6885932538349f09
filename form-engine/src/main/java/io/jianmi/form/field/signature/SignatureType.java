package io.jianmi.form.field.signature;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Optionless;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Texts;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signature: {@code {"png"}} drawn by hand (base64), or {@code {"text"}}, a typed name for whoever cannot draw. Says who
 * somebody is, so at least sensitive.
 */
public final class SignatureType implements Optionless {

    /** Bytes of the picture: a drawn line takes a few thousand. */
    private static final int MOST_BYTES = 96 << 10;

    private static final int LONGEST_NAME = 100;
    private static final int WIDEST = 2_000;
    private static final int HEADER = 24;
    private static final String DATA_URL = "data:image/png;base64,";
    private static final byte[] SIGNATURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    @Override
    public String key() {
        return "signature";
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        if (in.isObject() && in.size() == 1 && in.path("text").isTextual()) {
            return Texts.read(in.get("text"), LONGEST_NAME, false, report.child("text"))
                    .map(name -> name.isNull() ? name : Json.NODES.objectNode().set("text", name));
        }
        String drawn = in.isTextual()
                ? in.textValue()
                : in.isObject() && in.size() == 1 ? in.path("png").asText() : "";
        Optional<String> png = picture(drawn.startsWith(DATA_URL) ? drawn.substring(DATA_URL.length()) : drawn);
        if (png.isEmpty()) {
            report.error("field.signature-invalid", Map.of("max", MOST_BYTES));
        }
        return png.map(base64 -> Json.NODES.objectNode().put("png", base64));
    }

    /** The same picture in the one spelling of base64, empty when it is no small PNG. */
    private static Optional<String> picture(String base64) {
        try {
            byte[] png = base64.length() > MOST_BYTES * 2
                    ? new byte[0]
                    : Base64.getDecoder().decode(base64);
            boolean sound = png.length > HEADER
                    && png.length <= MOST_BYTES
                    && Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)
                    && side(png, SIGNATURE.length)
                    && side(png, SIGNATURE.length + Integer.BYTES);
            return sound ? Optional.of(Base64.getEncoder().encodeToString(png)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean side(byte[] png, int at) {
        int pixels = ByteBuffer.wrap(png).getInt(at);
        return pixels > 0 && pixels <= WIDEST;
    }

    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.JSONB;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.STRING;
    }

    /** Expressions may ask whether it is there; a drawing says no more to them than that. */
    @Override
    public @Nullable Object toExpression(JsonNode stored, FieldOptions.None options) {
        return stored.isNull() ? null : stored.path("text").asText("drawn");
    }

    @Override
    public Sensitivity leastLevel() {
        return Sensitivity.SENSITIVE;
    }
}
