package io.jianmi.form.exchange.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.jianmi.form.field.SheetShape;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** RFC 4180 in UTF-8, with the mark by which spreadsheets know it. Texts are made inert. */
final class CsvSheetWriter implements SheetWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private final CsvWriter csv;
    private final List<SheetColumn> columns;

    CsvSheetWriter(OutputStream out, List<SheetColumn> columns) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.columns = columns;
        this.out.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().build(this.out);
        csv.writeRecord(
                columns.stream().map(column -> Cells.inert(column.title())).toList());
    }

    @Override
    public void record(JsonNode record) {
        csv.writeRecord(columns.stream()
                .map(column -> text(
                        SheetShape.toSheet(column.shape(), record.path("data").path(column.field()))))
                .toList());
    }

    private static String text(JsonNode cell) {
        return cell.isNull() ? "" : cell.isTextual() ? Cells.inert(cell.textValue()) : cell.asText();
    }

    @Override
    public void end(Watermark watermark) throws IOException {
        csv.writeRecord(watermark.line());
        csv.flush();
        out.flush();
    }
}
