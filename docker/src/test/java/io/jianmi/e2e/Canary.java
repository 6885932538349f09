package io.jianmi.e2e;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A value that must not be found anywhere, and the shapes in which it might be lying about. */
final class Canary {

    private final String value;
    private final Map<String, byte[]> shapes = new LinkedHashMap<>();

    Canary(String value) {
        this.value = value;
        String reversed = new StringBuilder(value).reverse().toString();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            shapes.put("raw " + charset.name(), value.getBytes(charset));
            shapes.put("reversed " + charset.name(), reversed.getBytes(charset));
            hex(charset.name(), charset);
        }
        for (int offset = 0; offset < 3; offset++) {
            base64("base64+" + offset, Base64.getEncoder(), offset);
            base64("base64url+" + offset, Base64.getUrlEncoder(), offset);
        }
    }

    String value() {
        return value;
    }

    /** Each shape's bytes by its name. */
    Map<String, byte[]> shapes() {
        return shapes;
    }

    private void hex(String name, Charset charset) {
        String hex = HexFormat.of().formatHex(value.getBytes(charset));
        shapes.put("hex " + name, ascii(hex));
        shapes.put("HEX " + name, ascii(hex.toUpperCase(Locale.ROOT)));
    }

    /** The characters of the encoding that depend on the value alone, for each place in a group of three bytes. */
    private void base64(String name, Base64.Encoder encoder, int offset) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int first = offset == 0 ? 0 : offset + 1;
        int last = encoded.length() - (shifted.length % 3 == 0 ? 0 : 1);
        shapes.put(name, ascii(encoded.substring(first, last)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
