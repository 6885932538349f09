package io.jianmi.form.exchange.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A file that grows record by record; memory does not grow with it. */
public interface SheetWriter {

    /** @param record in the shape of {@code GET records/{id}} */
    void record(JsonNode record) throws IOException;

    /** Ends the file with the line that says who took it out. */
    void end(Watermark watermark) throws IOException;
}
