package io.jianmi.form.print;

/** Labels and values in lines of one or two, as they come. */
final class PaperGrid {

    private static final int COLUMNS = 4;

    private final Html html;
    private final boolean two;
    private boolean open;
    private boolean half;

    /** @param two whether narrow values stand side by side */
    PaperGrid(Html html, boolean two) {
        this.html = html;
        this.two = two;
    }

    /**
     * @param wide takes a line of its own
     * @param divisible may be broken between pages
     */
    void put(String label, String value, String style, boolean wide, boolean divisible) {
        if (!open) {
            html.start("table", "grid").raw("<col class=\"label\"/><col class=\"value\"/>");
            html.raw("<col class=\"label\"/><col class=\"value\"/>").start("tbody", "");
            open = true;
        }
        boolean whole = wide || !two;
        if (whole) {
            fill();
        }
        if (!half) {
            html.start("tr", divisible ? "divisible" : "");
        }
        html.element("th", "", label);
        if (whole) {
            html.cell("td", style, COLUMNS - 1).text(value).end().end();
            return;
        }
        html.element("td", style, value);
        if (half) {
            html.end();
        }
        half = !half;
    }

    /** Nothing stands beside the last one. */
    private void fill() {
        if (half) {
            html.element("th", "", "").element("td", "", "").end();
            half = false;
        }
    }

    /** Ends the table; what comes next begins a new one. */
    void close() {
        if (open) {
            fill();
            html.end().end();
            open = false;
        }
    }
}
