package io.jianmi.form.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How paper looks: {@code paper.css} beside this class. */
final class PaperStyle {

    static final String SHEET = read();

    private PaperStyle() {}

    private static String read() {
        try (InputStream in = PaperStyle.class.getResourceAsStream("paper.css")) {
            if (in == null) {
                throw new IllegalStateException("the style sheet is part of the module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
