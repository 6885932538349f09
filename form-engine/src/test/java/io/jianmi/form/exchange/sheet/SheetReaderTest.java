package io.jianmi.form.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class SheetReaderTest {

    private static final SheetLimits LIMITS = new SheetLimits(1 << 20, 4L << 20, 5, 4, 80);

    private static List<String> read(byte[] file) {
        List<String> rows = new ArrayList<>();
        new SheetReader(LIMITS).read(file, (line, cells) -> rows.add(line + " " + Json.write(cells)));
        return rows;
    }

    private static void assertRefused(byte[] file, SheetProblem problem) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(problem));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsCommaSemicolonAndTabAndSkipsBlankRowsAndTheWatermark() {
        String mark = new Watermark("王芳", "id", Instant.EPOCH).line();

        assertThat(read(utf8("\uFEFF姓名,电话\n\"王, 芳\",138\n,\n李雷,\n" + mark + "\n")))
                .containsExactly("1 [\"姓名\",\"电话\"]", "2 [\"王, 芳\",\"138\"]", "4 [\"李雷\",null]");
        assertThat(read(utf8("a;b\n1,5;2\n"))).containsExactly("1 [\"a\",\"b\"]", "2 [\"1,5\",\"2\"]");
        assertThat(read(utf8("a\tb\n1\t2\n"))).containsExactly("1 [\"a\",\"b\"]", "2 [\"1\",\"2\"]");
    }

    @Test
    void readsWhatSpreadsheetsInChinaSave() {
        byte[] file = "姓名,城市\n王芳,北京\n".getBytes(Charset.forName("GB18030"));

        assertThat(read(file)).containsExactly("1 [\"姓名\",\"城市\"]", "2 [\"王芳\",\"北京\"]");
    }

    @Test
    void aFormulaIsItsLastValueAndANumberWhatIsShown() {
        byte[] file = workbook("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>
                <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><v>0.30000000000000004</v></c></row>
                <row r="3"><c r="A3" t="str"><f>CONCAT("x","y")</f><v>xy</v></c><c r="B3" t="b"><v>1</v></c></row>
                <row r="4"><c r="A4" t="e"><v>#REF!</v></c><c r="B4"><v>1E+900000000</v></c></row>
                """, "");

        assertThat(read(file))
                .containsExactly(
                        "1 [\"a\",\"b\"]",
                        "2 [2,0.3]",
                        "3 [\"xy\",true]",
                        "4 [{\"error\":\"import.cell-error\"},{\"error\":\"import.cell-error\"}]");
    }

    @Test
    void tooManyRowsColumnsAndCharactersAreRefused() {
        assertRefused(utf8("a\n1\n2\n3\n4\n5\n6\n"), SheetProblem.TOO_MANY_ROWS);
        assertRefused(utf8("a,b,c,d,e\n1,2,3,4,5\n"), SheetProblem.TOO_MANY_COLUMNS);
        assertRefused(new byte[(1 << 20) + 1], SheetProblem.TOO_LARGE);
        assertRefused(utf8("a\n"), SheetProblem.EMPTY);
        assertThat(read(utf8("a\n" + "x".repeat(81) + "\n")))
                .containsExactly("1 [\"a\"]", "2 [{\"error\":\"import.cell-too-long\"}]");
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() {
        assertRefused(new byte[] {0, 1, 0, 2, 0}, SheetProblem.UNREADABLE);
        assertRefused(new byte[0], SheetProblem.UNREADABLE);
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4}, SheetProblem.LEGACY);
        assertRefused(new byte[] {'P', 'K', 3, 4, 1, 2, 3}, SheetProblem.UNREADABLE);
        assertRefused(zip(Map.of("a.txt", "nothing")), SheetProblem.UNREADABLE);
        assertRefused(workbook("<row r=\"1\"><c r=\"A1\"><v>1", ""), SheetProblem.UNREADABLE);
    }

    @Test
    void bombsAreRefusedBeforeAnythingIsBuiltOfThem() {
        assertRefused(zip(Map.of("xl/worksheets/sheet1.xml", " ".repeat(5 << 20))), SheetProblem.BOMB);
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 2_001; i++) {
            many.put("part" + i, "");
        }
        assertRefused(zip(many), SheetProblem.BOMB);
    }

    @Test
    void aDocumentTypeIsRefusedWhereverItStands() {
        assertRefused(workbook("", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"), SheetProblem.DOCTYPE);
        assertRefused(workbook("", "<!--" + "-".repeat(40_000) + " --><!DOCTYPE x []>"), SheetProblem.DOCTYPE);
        assertRefused(zip(Map.of("a.xml", "\u0000<")), SheetProblem.UNREADABLE);
    }

    /** A workbook by the library, its sheet replaced by this one. */
    private static byte[] workbook(String rows, String prolog) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            sheet.value(0, 0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(out.toByteArray()).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prolog
                        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + rows + "</sheetData></worksheet>");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(utf8(part.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
