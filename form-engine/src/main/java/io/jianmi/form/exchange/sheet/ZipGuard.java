package io.jianmi.form.exchange.sheet;

import io.jianmi.core.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before anything is built of it: what unpacks to too much, and what declares a document type
 * (the root of every XML entity attack), is refused. Counts what really comes out, not what the archive says of
 * itself; reads the archive by the same library as the reader after it.
 */
final class ZipGuard {

    private static final int MOST_PARTS = 2_000;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    /** Texts that many cells share are held at once while rows stream by. */
    private static final long SHARED_STRINGS = 96L << 20;

    private ZipGuard() {}

    static void check(byte[] file, SheetLimits limits) {
        long left = limits.inflated();
        int parts = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts++;
                if (parts > MOST_PARTS) {
                    throw ProblemException.of(SheetProblem.BOMB);
                }
                long allowed = entry.getName().endsWith("sharedStrings.xml") ? Math.min(left, SHARED_STRINGS) : left;
                try (InputStream in = zip.getInputStream(entry)) {
                    left -= part(in, allowed);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw ProblemException.of(SheetProblem.UNREADABLE);
        }
    }

    private static long part(InputStream in, long allowed) throws IOException {
        byte[] buffer = new byte[16 << 10];
        long size = 0;
        int matched = 0;
        int read = in.read(buffer);
        while (read >= 0) {
            if (size == 0 && read > 1 && wide(buffer)) {
                throw ProblemException.of(SheetProblem.UNREADABLE);
            }
            size += read;
            if (size > allowed) {
                throw ProblemException.of(SheetProblem.BOMB);
            }
            for (int i = 0; i < read; i++) {
                matched = buffer[i] == DOCTYPE[matched] ? matched + 1 : buffer[i] == DOCTYPE[0] ? 1 : 0;
                if (matched == DOCTYPE.length) {
                    throw ProblemException.of(SheetProblem.DOCTYPE);
                }
            }
            read = in.read(buffer);
        }
        return size;
    }

    /** XML in two-byte characters, which would hide a document type from this look. */
    private static boolean wide(byte[] start) {
        return start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                || start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                || start[0] == 0 && start[1] == '<'
                || start[0] == '<' && start[1] == 0;
    }
}
