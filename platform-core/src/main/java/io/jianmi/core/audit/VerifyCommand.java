package io.jianmi.core.audit;

import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code audit verify FILE [KEY]}: needs neither server nor database. */
public final class VerifyCommand {

    /** Exit codes: all good, something wrong with the log, the file cannot be read. */
    public static final int SOUND = 0;

    public static final int UNSOUND = 1;
    public static final int UNREADABLE = 2;

    private VerifyCommand() {}

    public static int run(Path file, PrintStream out) {
        return run(file, Optional.empty(), out);
    }

    /** @param trustedKey the C2SP verifier key that was received earlier, by another road than the file */
    public static int run(Path file, Optional<String> trustedKey, PrintStream out) {
        try {
            Verdict verdict = verify(file, new OfflineVerifier(trustedKey.map(VerifierKey::parse)));
            out.println((verdict.sound() ? "OK: " : "FAILED: ") + verdict.message());
            if (verdict.sound() && trustedKey.isEmpty()) {
                out.println("Compare the key with the one you received from the administrator.");
            }
            return verdict.sound() ? SOUND : UNSOUND;
        } catch (IOException | UncheckedIOException e) {
            out.println("FAILED: the file cannot be read: " + file);
            return UNREADABLE;
        } catch (IllegalArgumentException e) {
            out.println("FAILED: that is no verifier key (name+id+base64).");
            return UNREADABLE;
        }
    }

    private static Verdict verify(Path file, OfflineVerifier verifier) throws IOException {
        String first;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            first = Optional.ofNullable(reader.readLine()).orElse("");
        }
        if (!OfflineVerifier.isExport(first)) {
            return verifier.verifyEvidence(Json.parse(Files.readString(file)));
        }
        try (Stream<String> lines = Files.lines(file)) {
            Iterator<String> iterator = lines.iterator();
            return verifier.verifyExport(iterator);
        }
    }
}
