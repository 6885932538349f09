package io.jianmi.core.file;

import io.jianmi.core.problem.ProblemException;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Names of files as they are kept: no folders, no control or direction characters, at most 200 of them. Pure. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /** @throws ProblemException {@link FileProblem#NAME_INVALID} */
    static String of(@Nullable String sent) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String kept = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        boolean readable = kept.codePoints().noneMatch(FileName::invisible);
        if (kept.isEmpty() || kept.codePointCount(0, kept.length()) > LONGEST || !readable || kept.matches("\\.+")) {
            throw ProblemException.of(FileProblem.NAME_INVALID);
        }
        return kept;
    }

    /** Direction marks would show {@code gpj.exe} as {@code exe.jpg}. */
    private static boolean invisible(int character) {
        int kind = Character.getType(character);
        return kind == Character.CONTROL
                || kind == Character.FORMAT
                || kind == Character.SURROGATE
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR;
    }
}
