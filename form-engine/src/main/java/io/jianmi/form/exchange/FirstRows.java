package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.exchange.sheet.SheetRows;
import java.util.ArrayList;
import java.util.List;

/** Looks at a file without keeping it: its heading, a few rows below, and how many there are. */
final class FirstRows implements SheetRows {

    private static final int SHOWN = 3;

    /** Characters of a cell that are shown. */
    private static final int LONGEST = 60;

    private final List<List<JsonNode>> shown = new ArrayList<>();
    private int rows = -1;

    @Override
    public void row(int line, List<JsonNode> cells) {
        rows++;
        if (shown.size() <= SHOWN) {
            shown.add(List.copyOf(cells));
        }
    }

    /** Rows below the heading. */
    int rows() {
        return rows;
    }

    List<JsonNode> heading() {
        return shown.get(0);
    }

    /** What stands in the first rows of a column. */
    List<String> samples(int column) {
        return shown.stream()
                .skip(1)
                .map(cells -> column < cells.size() ? cells.get(column).asText("") : "")
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
                .toList();
    }
}
