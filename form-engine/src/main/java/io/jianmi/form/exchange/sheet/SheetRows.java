package io.jianmi.form.exchange.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Takes the rows of a sheet as they are read. */
public interface SheetRows {

    /**
     * @param line of the row in its sheet, from 1
     * @param cells from the first column on; none at the end are left out or null
     */
    void row(int line, List<JsonNode> cells);
}
