package io.jianmi.form.exchange.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.field.SheetShape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet. Texts stand in their cells as texts, so nothing is ever a formula, and none is held back. */
final class XlsxWriter implements SheetWriter {

    private static final int ROWS_HELD = 200;

    /** A cell holds no more (Excel specifications and limits). */
    private static final int LONGEST = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<SheetColumn> columns;
    private int row;

    XlsxWriter(OutputStream out, List<SheetColumn> columns) {
        this.columns = columns;
        this.workbook = new Workbook(out, "Jianmi", "1.0");
        this.sheet = workbook.newWorksheet("Data");
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).title());
        }
        row = 1;
    }

    @Override
    public void record(JsonNode record) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            SheetColumn column = columns.get(i);
            put(i, SheetShape.toSheet(column.shape(), record.path("data").path(column.field())));
        }
        next();
    }

    private void put(int column, JsonNode cell) {
        if (cell.isNumber()) {
            sheet.value(row, column, cell.decimalValue());
        } else if (cell.isBoolean()) {
            sheet.value(row, column, cell.booleanValue());
        } else if (!cell.isNull() && !cell.asText().isEmpty()) {
            sheet.inlineString(row, column, shortened(cell.asText()));
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private void next() throws IOException {
        row++;
        if (row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void end(Watermark watermark) throws IOException {
        sheet.inlineString(row, 0, watermark.line());
        workbook.finish();
    }
}
