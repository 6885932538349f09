package io.jianmi.form.exchange.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that records leave in. */
public enum SheetFormat {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public SheetWriter open(OutputStream out, List<SheetColumn> columns) throws IOException {
            return new XlsxWriter(out, columns);
        }
    },
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        public SheetWriter open(OutputStream out, List<SheetColumn> columns) throws IOException {
            return new CsvSheetWriter(out, columns);
        }
    },
    JSON("json", "application/json") {
        @Override
        public SheetWriter open(OutputStream out, List<SheetColumn> columns) throws IOException {
            return new JsonWriter(out);
        }
    };

    private final String key;
    private final String mediaType;

    SheetFormat(String key, String mediaType) {
        this.key = key;
        this.mediaType = mediaType;
    }

    /** The word in requests, and the ending of the file. */
    public String key() {
        return key;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Begins a file; the writer does not close the stream. */
    public abstract SheetWriter open(OutputStream out, List<SheetColumn> columns) throws IOException;

    public static Optional<SheetFormat> parse(String word) {
        return Arrays.stream(values()).filter(format -> format.key.equals(word)).findFirst();
    }
}
