package io.jianmi.form.exchange.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of a workbook (ECMA-376), one at a time. */
final class XlsxRows {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");

    private XlsxRows() {}

    static void read(byte[] file, SheetLimits limits, SheetRows rows) {
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, true));
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            stream.forEach(row -> rows.row(row.getRowNum(), cells(row, limits)));
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // The library fails in many ways on a broken workbook, and says what is in it.
            throw ProblemException.of(SheetProblem.UNREADABLE);
        }
    }

    private static List<JsonNode> cells(Row row, SheetLimits limits) {
        int count = Math.min(row.getCellCount(), limits.columns() + 1);
        List<JsonNode> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(cell(row.hasCell(i) ? row.getCell(i) : null, limits));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isNull()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static JsonNode cell(@Nullable Cell cell, SheetLimits limits) {
        if (cell == null) {
            return Json.NODES.nullNode();
        }
        return switch (cell.getType()) {
            case EMPTY -> Json.NODES.nullNode();
            case NUMBER -> Cells.number(raw(cell));
            case BOOLEAN -> Json.NODES.booleanNode(cell.asBoolean());
            case STRING -> Cells.text(cell.getText(), limits);
            case FORMULA -> value(raw(cell), limits);
            case ERROR -> Cells.broken("import.cell-error");
        };
    }

    /** The last value of a formula; the formula itself is nobody's. */
    private static JsonNode value(String raw, SheetLimits limits) {
        return NUMBER.matcher(raw).matches() ? Cells.number(raw) : Cells.text(raw, limits);
    }

    private static String raw(Cell cell) {
        String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }
}
