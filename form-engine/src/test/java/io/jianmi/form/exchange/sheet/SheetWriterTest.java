package io.jianmi.form.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.field.SheetShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;

class SheetWriterTest {

    /** PRIV-94: what makes a spreadsheet compute, in half and full width, and what only looks like our own quote. */
    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "+1",
            "-1+2",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\uFF1D1+1",
            "\uFF0B1",
            "\uFF0D1",
            "\uFF20a",
            "13800138000",
            "Zeta",
            "2026-01-01",
            "'=1",
            "''-x",
            "'plain",
            "plain");

    private static final Watermark MARK = new Watermark("王芳", "u1", Instant.parse("2026-11-25T08:00:00Z"));

    private static final List<SheetColumn> COLUMNS = List.of(
            new SheetColumn("name", "=姓名", Optional.of(SheetShape.TEXT)),
            new SheetColumn("amount", "金额", Optional.of(SheetShape.NUMBER)));

    private static ObjectNode record(String name, String amount) {
        ObjectNode record = Json.NODES.objectNode();
        record.putObject("data").put("name", name).put("amount", amount);
        return record;
    }

    private static byte[] written(SheetFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter writer = format.open(out, COLUMNS);
        for (String name : HOSTILE) {
            writer.record(record(name, "-12.50"));
        }
        writer.end(MARK);
        return out.toByteArray();
    }

    private static List<String> names(byte[] file) {
        List<String> names = new ArrayList<>();
        new SheetReader(SheetLimits.DEFAULT)
                .read(file, (line, cells) -> names.add(cells.get(0).asText()));
        return names.subList(1, names.size());
    }

    @Test
    void noCellOfACommaSeparatedFileStartsAFormulaAndReadingGivesTheOriginal() throws IOException {
        byte[] file = written(SheetFormat.CSV);
        String text = new String(file, StandardCharsets.UTF_8);

        assertThat(text).startsWith("\uFEFF'=姓名,金额").contains("'=1+1,-12.50").contains("''=1,");
        assertThat(text.substring(1).split("\r\n"))
                .noneMatch(line -> line.matches("(?s)\"?[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20].*"));
        assertThat(text).contains("\r\n13800138000,", "\r\nZeta,", "\r\n2026-01-01,");
        assertThat(names(file)).isEqualTo(HOSTILE);
    }

    @Test
    void textsOfAWorkbookAreTextsAndNothingIsAFormula() throws IOException {
        byte[] file = written(SheetFormat.XLSX);

        assertThat(names(file)).containsAll(List.of("=1+1", "@SUM(A1)", "\uFF1D1+1", "plain"));
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("<f>");
            }
        }
    }

    @Test
    void everyFileSaysWhoTookItOutAndWhen() throws IOException {
        String line = "简密 Jianmi · 王芳 (u1) · 2026-11-25T08:00:00Z";

        assertThat(new String(written(SheetFormat.CSV), StandardCharsets.UTF_8)).contains(line);
        assertThat(Json.parse(new String(written(SheetFormat.JSON), StandardCharsets.UTF_8))
                        .path("watermark"))
                .isEqualTo(Json.parse("{\"name\":\"王芳\",\"id\":\"u1\",\"at\":\"2026-11-25T08:00:00Z\"}"));
        assertThat(MARK.line()).isEqualTo(line);
    }

    @Test
    void masksStandInTheirCells() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter writer = SheetFormat.CSV.open(out, COLUMNS);
        ObjectNode record = record("x", "1");
        ((ObjectNode) record.path("data")).putObject("name").put("masked", "王**");
        writer.record(record);
        writer.end(MARK);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("王**,1");
    }
}
