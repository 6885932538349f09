package io.jianmi.e2e;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A value that must not be found anywhere, and the shapes in which it might be lying about. */
final class Canary {

    private final String value;
    private final Map<String, String> shapes = new LinkedHashMap<>();

    Canary(String value) {
        this.value = value;
        shapes.put("raw", value);
        shapes.put("reversed", new StringBuilder(value).reverse().toString());
        hex("UTF-8", StandardCharsets.UTF_8);
        hex("UTF-16BE", StandardCharsets.UTF_16BE);
        hex("UTF-16LE", StandardCharsets.UTF_16LE);
        for (int offset = 0; offset < 3; offset++) {
            base64("base64+" + offset, Base64.getEncoder(), offset);
            base64("base64url+" + offset, Base64.getUrlEncoder(), offset);
        }
    }

    String value() {
        return value;
    }

    /** The names of the shapes that the text holds. */
    List<String> shapesIn(String text) {
        List<String> found = new ArrayList<>();
        shapes.forEach((name, shape) -> {
            if (text.contains(shape)) {
                found.add(name);
            }
        });
        return found;
    }

    /** Whether the raw, reversed or UTF-16 bytes are in a file read as Latin-1. */
    boolean isInBytes(String latin1) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            for (String text : List.of(value, shapes.getOrDefault("reversed", value))) {
                if (latin1.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return !shapesIn(latin1).isEmpty();
    }

    private void hex(String name, Charset charset) {
        String hex = HexFormat.of().formatHex(value.getBytes(charset));
        shapes.put("hex " + name, hex);
        shapes.put("HEX " + name, hex.toUpperCase(Locale.ROOT));
    }

    /** The characters of the encoding that depend on the value alone, for each place in a group of three bytes. */
    private void base64(String name, Base64.Encoder encoder, int offset) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int first = offset == 0 ? 0 : offset + 1;
        int last = encoded.length() - (shifted.length % 3 == 0 ? 0 : 1);
        shapes.put(name, encoded.substring(first, last));
    }
}
