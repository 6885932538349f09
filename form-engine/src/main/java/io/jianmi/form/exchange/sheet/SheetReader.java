package io.jianmi.form.exchange.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.ProblemException;
import java.util.List;
import java.util.Map;

/**
 * Reads the first sheet of a workbook, or a comma-separated file, by what is in it and not by its name. Formulas are read as
 * their last value. Blank rows and our own watermark are passed over.
 */
public final class SheetReader {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final SheetLimits limits;

    public SheetReader(SheetLimits limits) {
        this.limits = limits;
    }

    /**
     * Gives each row that holds something, the heading first.
     *
     * @throws ProblemException of {@link SheetProblem} when the file is none, too large, or hostile
     */
    public void read(byte[] file, SheetRows rows) {
        if (file.length > limits.bytes()) {
            throw ProblemException.of(SheetProblem.TOO_LARGE, Map.of("bytes", limits.bytes()));
        }
        Counting counted = new Counting(rows);
        if (starts(file, ZIP)) {
            ZipGuard.check(file, limits);
            XlsxRows.read(file, limits, counted);
        } else if (starts(file, OLE2)) {
            throw ProblemException.of(SheetProblem.LEGACY);
        } else {
            CsvRows.read(file, limits, counted);
        }
        if (counted.given < 2) {
            throw ProblemException.of(SheetProblem.EMPTY);
        }
    }

    private static boolean starts(byte[] file, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (file.length <= i || file[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private final class Counting implements SheetRows {

        private final SheetRows next;
        private int given;

        private Counting(SheetRows next) {
            this.next = next;
        }

        @Override
        public void row(int line, List<JsonNode> cells) {
            if (cells.stream().allMatch(JsonNode::isNull)
                    || cells.get(0).isTextual() && Watermark.marks(cells.get(0).textValue())) {
                return;
            }
            if (cells.size() > limits.columns()) {
                throw ProblemException.of(SheetProblem.TOO_MANY_COLUMNS, Map.of("columns", limits.columns()));
            }
            given++;
            if (given > limits.rows() + 1) {
                throw ProblemException.of(SheetProblem.TOO_MANY_ROWS, Map.of("rows", limits.rows()));
            }
            next.row(line, cells);
        }
    }
}
