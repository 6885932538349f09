package io.jianmi.form.exchange.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Small files that hold no record: headings to fill in below, and lists of errors. */
public final class Template {

    private Template() {}

    public static byte[] of(SheetFormat format, List<SheetColumn> columns) {
        List<String> titles = columns.stream().map(SheetColumn::title).toList();
        return format == SheetFormat.CSV ? rows(List.of(titles)) : workbook(titles);
    }

    /** Comma-separated rows, inert. */
    public static byte[] rows(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        rows.forEach(row -> csv.writeRecord(row.stream().map(Cells::inert).toList()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(List<String> titles) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jianmi", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Data");
            sheet.freezePane(0, 1);
            for (int i = 0; i < titles.size(); i++) {
                sheet.inlineString(0, i, titles.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
