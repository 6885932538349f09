package io.jianmi.e2e;

import io.jianmi.core.audit.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The offline verifier, as whoever was given a certificate uses it. */
final class Verifier {

    private Verifier() {}

    /** What it says of a document, {@code OK: ...} or {@code FAILED: ...}. */
    static String says(byte[] document) throws IOException {
        Path file = Files.createTempFile("certificate", ".json");
        try {
            Files.write(file, document);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            VerifyCommand.run(file, new PrintStream(said, true, StandardCharsets.UTF_8));
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    static String says(String document) throws IOException {
        return says(document.getBytes(StandardCharsets.UTF_8));
    }
}
