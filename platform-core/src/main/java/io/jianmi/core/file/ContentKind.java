package io.jianmi.core.file;

import io.jianmi.core.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What a file is, by its first bytes; its name only tells apart what begins alike. Archives are never opened. Pure.
 *
 * <p>Accepted is a list. What a browser or a shell might run (programs, scripts, HTML, SVG) is refused by name of the
 * reason, everything else as unknown.
 */
public final class ContentKind {

    /** As many bytes are looked at. */
    public static final int LOOK = 8_192;

    private static final String ZIP = "application/zip";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Charset GB = Charset.forName("GB18030");

    private record Signature(int offset, String hex, String type) {
        boolean matches(byte[] head) {
            if (head.length < offset + hex.length() / 2) {
                return false;
            }
            for (int i = 0; i < hex.length() / 2; i++) {
                String wanted = hex.substring(2 * i, 2 * i + 2);
                if (!wanted.equals("..") && (head[offset + i] & 0xff) != Integer.parseInt(wanted, 16)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Signature> KNOWN = List.of(
            new Signature(0, "89504e470d0a1a0a", "image/png"),
            new Signature(0, "ffd8ff", "image/jpeg"),
            new Signature(0, "52494646........57454250", "image/webp"),
            new Signature(0, "474946383761", "image/gif"),
            new Signature(0, "474946383961", "image/gif"),
            new Signature(0, "255044462d", "application/pdf"),
            new Signature(0, "504b0304", ZIP),
            new Signature(0, "d0cf11e0a1b11ae1", "application/x-ole-storage"),
            new Signature(0, "526172211a07", "application/vnd.rar"),
            new Signature(0, "377abcaf271c", "application/x-7z-compressed"),
            new Signature(0, "52494646........57415645", "audio/wav"),
            new Signature(0, "494433", "audio/mpeg"),
            new Signature(4, "6674797069736f", "video/mp4"),
            new Signature(4, "667479706d7034", "video/mp4"),
            new Signature(4, "667479704d3441", "audio/mp4"));

    /** Windows, ELF, Mach-O, Java, scripts, shortcuts, WebAssembly. */
    private static final List<Signature> PROGRAMS = List.of(
            new Signature(0, "4d5a", ""),
            new Signature(0, "7f454c46", ""),
            new Signature(0, "feedface", ""),
            new Signature(0, "feedfacf", ""),
            new Signature(0, "cefaedfe", ""),
            new Signature(0, "cffaedfe", ""),
            new Signature(0, "cafebabe", ""),
            new Signature(0, "2321", ""),
            new Signature(0, "4c00000001140200", ""),
            new Signature(0, "0061736d", ""));

    /** Names that a desktop runs whatever is inside. */
    private static final List<String> RUN_BY_NAME = List.of(
            ".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jse", ".wsf", ".hta", ".msi",
            ".jar", ".sh", ".lnk", ".reg", ".html", ".htm", ".xhtml", ".svg", ".php", ".docm", ".xlsm", ".pptm",
            ".apk");

    private ContentKind() {}

    /**
     * The media type of a file.
     *
     * @param head its first bytes, {@link #LOOK} of them or all
     * @throws ProblemException {@link FileProblem#TYPE_REFUSED}, {@link FileProblem#TYPE_UNKNOWN}
     */
    public static String of(byte[] head, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (PROGRAMS.stream().anyMatch(one -> one.matches(head))
                || RUN_BY_NAME.stream().anyMatch(lower::endsWith)) {
            throw ProblemException.of(FileProblem.TYPE_REFUSED);
        }
        for (Signature signature : KNOWN) {
            if (signature.matches(head)) {
                return refined(signature.type(), head, lower);
            }
        }
        return text(head, lower);
    }

    private static String refined(String type, byte[] head, String name) {
        String inside = new String(head, StandardCharsets.ISO_8859_1);
        if (type.equals(ZIP)) {
            return archive(inside, name);
        }
        if (type.equals("application/x-ole-storage")) {
            return name.endsWith(".doc")
                    ? "application/msword"
                    : name.endsWith(".xls")
                            ? "application/vnd.ms-excel"
                            : name.endsWith(".ppt") ? "application/vnd.ms-powerpoint" : unknown();
        }
        return type;
    }

    /** By the names of the first entries, which stand in clear before each; nothing is unpacked. */
    private static String archive(String inside, String name) {
        if (inside.contains("vbaProject.bin") || inside.contains("META-INF/MANIFEST.MF")) {
            throw ProblemException.of(FileProblem.TYPE_REFUSED);
        }
        boolean office = inside.contains("[Content_Types].xml") || inside.contains("_rels/.rels");
        if (office && name.endsWith(".docx")) {
            return OFFICE + "wordprocessingml.document";
        }
        if (office && name.endsWith(".xlsx")) {
            return OFFICE + "spreadsheetml.sheet";
        }
        if (office && name.endsWith(".pptx")) {
            return OFFICE + "presentationml.presentation";
        }
        return ZIP;
    }

    private static String text(byte[] head, String name) {
        String text = decoded(head);
        String begin = text.stripLeading().toLowerCase(Locale.ROOT);
        if (begin.startsWith("<") || begin.contains("<script") || begin.contains("<html") || begin.contains("<svg")) {
            throw ProblemException.of(FileProblem.TYPE_REFUSED);
        }
        return name.endsWith(".csv") ? "text/csv" : "text/plain";
    }

    /** As UTF-8 or GB18030 without control characters; anything else is no text. */
    private static String decoded(byte[] head) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB)) {
            CharsetDecoder decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            CharBuffer text = CharBuffer.allocate(head.length);
            // Not at its end: the last character may be cut by where we stopped looking.
            boolean valid = !decoder.decode(ByteBuffer.wrap(head), text, head.length < LOOK)
                    .isError();
            String read = text.flip().toString();
            if (valid && read.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')) {
                return read.startsWith("\uFEFF") ? read.substring(1) : read;
            }
        }
        return unknown();
    }

    private static String unknown() {
        throw ProblemException.of(FileProblem.TYPE_UNKNOWN);
    }
}
