package io.jianmi.form.exchange.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.jianmi.core.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a comma-separated file (RFC 4180). Spreadsheets in China save them as GB 18030 and elsewhere as UTF-8, with comma, semicolon or
 * tab: what is valid UTF-8 is that, the rest is GB 18030; the heading tells the separator.
 */
final class CsvRows {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LOOK = 4_096;

    private CsvRows() {}

    static void read(byte[] file, SheetLimits limits, SheetRows rows) {
        if (binary(file)) {
            throw ProblemException.of(SheetProblem.UNREADABLE);
        }
        int skipped = bom(file);
        Charset charset = utf8(file) ? StandardCharsets.UTF_8 : GB18030;
        InputStream in = new ByteArrayInputStream(file, skipped, file.length - skipped);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new InputStreamReader(in, decoder);
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .fieldSeparator(
                                separator(new String(file, skipped, Math.min(LOOK, file.length - skipped), charset)))
                        .ofCsvRecord(reader)) {
            for (CsvRecord record : records) {
                rows.row((int) record.getStartingLineNumber(), cells(record, limits));
            }
        } catch (IOException | UncheckedIOException | CsvParseException broken) {
            throw ProblemException.of(SheetProblem.UNREADABLE);
        }
    }

    private static List<JsonNode> cells(CsvRecord record, SheetLimits limits) {
        int count = Math.min(record.getFieldCount(), limits.columns() + 1);
        List<JsonNode> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(Cells.text(record.getField(i), limits));
        }
        return cells;
    }

    private static char separator(String start) {
        String heading = start.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(heading, candidate) > count(heading, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static int bom(byte[] file) {
        boolean marked = file.length > 2 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private static boolean binary(byte[] file) {
        int nulls = 0;
        for (int i = 0; i < Math.min(LOOK, file.length); i++) {
            nulls += file[i] == 0 ? 1 : 0;
        }
        return nulls > 1 || file.length == 0;
    }

    /** Decodes in pieces, so that no second copy of the file stands in memory. */
    private static boolean utf8(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(LOOK);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return !result.isError();
    }
}
