package io.jianmi.form.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.LocalText;
import io.jianmi.form.record.PaperRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Records as a document to be rendered: head and foot of each page, then sections of labels and values as on the record's page, subforms as
 * tables whose heading comes again on each page. Pure.
 */
final class PaperPage {

    /** Columns of a subform that stand side by side; with more of them each row is a block of its own. */
    private static final int SIDE_BY_SIDE = 10;

    /** A value of more characters may be broken between pages; a shorter one stays whole. */
    private static final int LONG = 600;

    /** Characters of a title that the head of a page has room for. */
    private static final int BRIEF = 40;

    private final JsonNode form;
    private final PaperLayout layout;
    private final PaperStamp stamp;
    private final PaperWords words;
    private final PaperValues values;
    private final Html html;

    /**
     * @param form as {@code PublishedForm} makes it for the reader
     * @param drawable tells the code points that the font has
     */
    PaperPage(JsonNode form, PaperStamp stamp, PaperWords words, PaperValues values, IntPredicate drawable) {
        this.form = form;
        this.layout = new PaperLayout(form);
        this.stamp = stamp;
        this.words = words;
        this.values = values;
        this.html = new Html(drawable);
    }

    /** The document, XHTML without a reference to anything outside of it. */
    String of(List<PaperRecord> records, String style) {
        html.raw("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + words.tag + "\"><head>");
        html.element("title", "", formTitle());
        html.raw("<meta name=\"subject\" content=\"record\"/><meta name=\"description\" content=\"record\"/>");
        html.raw("<style>" + style + "</style></head><body>");
        for (PaperRecord record : records) {
            record(record);
        }
        return html.raw("</body></html>").document();
    }

    private String formTitle() {
        return LocalText.of(form.path("title")).in(words.tag, form.path("key").asText());
    }

    private void record(PaperRecord paper) {
        JsonNode record = paper.record();
        JsonNode named = titleField(record.path("data"));
        JsonNode title = record.path("data").path(named.path("key").asText());
        String titled = PaperValues.empty(title) ? words.untitled : values.text(named, title);
        html.start("div", "record");
        html.start("div", "head")
                .element("span", "head-tenant", stamp.tenant())
                .element("span", "head-form", formTitle())
                .text(" · " + brief(titled))
                .end();
        html.start("div", "foot").text(stamp.line(words, values.times())).end();
        html.element("h1", PaperValues.masked(title) ? "masked" : "", titled);
        facts(record);
        for (JsonNode block : layout.blocks()) {
            block(block, block.path("section"), "h2", paper);
        }
        if (record.path("data").findValue("masked") != null) {
            html.element("p", "masking", words.masking);
        }
        html.end();
    }

    private static String brief(String title) {
        return title.codePointCount(0, title.length()) <= BRIEF
                ? title
                : title.substring(0, title.offsetByCodePoints(0, BRIEF)) + "…";
    }

    /** The field that names the record on its page. */
    private JsonNode titleField(JsonNode data) {
        List<JsonNode> fields = new ArrayList<>();
        form.path("fields").forEach(field -> {
            if (data.has(field.path("key").asText())) {
                fields.add(field);
            }
        });
        String displayed = form.path("dataSubject").path("displayedBy").asText();
        return Stream.concat(
                        fields.stream()
                                .filter(field -> field.path("key").asText().equals(displayed)),
                        Stream.concat(
                                fields.stream()
                                        .filter(field ->
                                                field.path("type").asText().equals("serial")),
                                fields.stream()))
                .findFirst()
                .orElse(Json.NODES.missingNode());
    }

    private void facts(JsonNode record) {
        html.start("p", "facts");
        String status = words.status(record.path("workflow").path("status").asText(""));
        String own = words.status(record.path("status").asText());
        html.text(words.status + " " + (status.isEmpty() ? own : status));
        fact(words.created, record.path("createdBy"), record.path("createdAt"));
        fact(words.changed, record.path("updatedBy"), record.path("updatedAt"));
        html.raw("<br/>").text(words.record + " " + record.path("id").asText()).end();
    }

    private void fact(String word, JsonNode who, JsonNode when) {
        html.text(" · " + word + " " + words.member(who, "") + " "
                + values.times().point(when.asText()));
    }

    private boolean stands(JsonNode entry, PaperRecord paper) {
        if (PaperLayout.isElement(entry)) {
            return entry.path("type").asText().equals("note")
                    || PaperLayout.parts(entry).stream().anyMatch(part -> holds(part, paper));
        }
        String key = entry.path("key").asText();
        JsonNode data = paper.record().path("data");
        return !entry.isMissingNode()
                && data.has(key)
                && (paper.shown().contains(key) || !PaperValues.empty(data.path(key)));
    }

    private boolean holds(JsonNode block, PaperRecord paper) {
        for (JsonNode key : block.path("fields")) {
            if (stands(layout.entry(key), paper)) {
                return true;
            }
        }
        return false;
    }

    private void block(JsonNode block, JsonNode heading, String tag, PaperRecord paper) {
        if (!holds(block, paper)) {
            return;
        }
        String text = LocalText.of(heading).in(words.tag, "");
        if (!text.isEmpty()) {
            html.element(tag, "", text);
        }
        PaperGrid grid = new PaperGrid(html, block.path("columns").asInt(1) > 1);
        for (JsonNode key : block.path("fields")) {
            JsonNode entry = layout.entry(key);
            if (stands(entry, paper)) {
                entry(entry, paper, grid);
            }
        }
        grid.close();
    }

    private void entry(JsonNode entry, PaperRecord paper, PaperGrid grid) {
        switch (entry.path("type").asText()) {
            case "note" -> {
                grid.close();
                html.element("p", "note", LocalText.of(entry.path("text")).in(words.tag, ""));
            }
            case "section" -> {
                grid.close();
                block(entry, entry.path("title"), "h3", paper);
            }
            case "tabs" -> {
                grid.close();
                PaperLayout.parts(entry).forEach(tab -> block(tab, tab.path("title"), "h3", paper));
            }
            case "subform" -> {
                grid.close();
                subform(
                        entry,
                        paper.record().path("data").path(entry.path("key").asText()));
            }
            default ->
                field(entry, paper.record().path("data").path(entry.path("key").asText()), grid);
        }
    }

    private String label(JsonNode field) {
        return LocalText.of(field.path("title")).in(words.tag, field.path("key").asText());
    }

    private void field(JsonNode field, JsonNode value, PaperGrid grid) {
        String text = values.text(field, value);
        boolean wide = PaperValues.wide(field) || text.length() > LONG;
        grid.put(label(field), text, style(value), wide, text.length() > LONG);
    }

    private static String style(JsonNode value) {
        return PaperValues.masked(value) ? "masked" : PaperValues.empty(value) ? "empty" : "";
    }

    private void subform(JsonNode subform, JsonNode rows) {
        List<JsonNode> columns = new ArrayList<>();
        subform.path("fields").forEach(columns::add);
        html.element("h3", "", label(subform));
        if (rows.isEmpty() || columns.isEmpty()) {
            html.element("p", "empty", PaperValues.NOTHING);
        } else if (columns.size() > SIDE_BY_SIDE) {
            blocks(columns, rows);
        } else {
            table(columns, rows);
        }
    }

    private void table(List<JsonNode> columns, JsonNode rows) {
        html.start("table", "rows");
        widths(columns);
        html.start("thead", "").start("tr", "");
        columns.forEach(column -> html.element("th", PaperValues.numeric(column) ? "right" : "", label(column)));
        html.end().end().start("tbody", "");
        for (JsonNode row : rows) {
            html.start("tr", "");
            for (JsonNode column : columns) {
                JsonNode value = row.path(column.path("key").asText());
                String side = PaperValues.numeric(column) ? "right " : "";
                html.element("td", (side + style(value)).strip(), values.text(column, value));
            }
            html.end();
        }
        html.end().end();
    }

    /** What people write takes more room than figures and days. */
    private void widths(List<JsonNode> columns) {
        int all = columns.stream().mapToInt(PaperPage::share).sum();
        columns.forEach(column -> html.raw("<col style=\"width: " + 100 * share(column) / all + "%\"/>"));
    }

    private static int share(JsonNode column) {
        return PaperValues.texts(column) ? 2 : 1;
    }

    private void blocks(List<JsonNode> columns, JsonNode rows) {
        int number = 0;
        for (JsonNode row : rows) {
            number++;
            html.element("h4", "", words.row.formatted(number));
            PaperGrid grid = new PaperGrid(html, true);
            columns.forEach(column -> field(column, row.path(column.path("key").asText()), grid));
            grid.close();
        }
    }
}
