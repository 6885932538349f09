package io.jianmi.form.print;

import io.jianmi.form.print.PaperReport.Line;
import java.util.List;
import java.util.function.IntPredicate;

/** A report as a document to be rendered, with head and foot of each page as records have them. Pure. */
final class ReportPage {

    private final PaperStamp stamp;
    private final PaperWords words;
    private final PaperTimes times;
    private final Html html;

    /** @param drawable tells the code points that the font has */
    ReportPage(PaperStamp stamp, PaperWords words, PaperTimes times, IntPredicate drawable) {
        this.stamp = stamp;
        this.words = words;
        this.times = times;
        this.html = new Html(drawable);
    }

    String of(PaperReport report, String style) {
        html.raw("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + words.tag + "\"><head>");
        html.element("title", "", report.kind());
        html.raw("<meta name=\"subject\" content=\"report\"/><meta name=\"description\" content=\"report\"/>");
        html.raw("<style>" + style + "</style></head><body>").start("div", "record");
        html.start("div", "head")
                .element("span", "head-tenant", stamp.tenant())
                .element("span", "head-form", report.kind())
                .end();
        html.start("div", "foot").text(stamp.line(words, times)).end();
        html.element("h1", "", report.title());
        lines(report.facts());
        report.blocks().forEach(block -> {
            html.element("h2", "", block.heading());
            lines(block.lines());
        });
        html.element("p", "masking", report.note());
        return html.end().raw("</body></html>").document();
    }

    private void lines(List<Line> lines) {
        PaperGrid grid = new PaperGrid(html, false);
        lines.forEach(line -> grid.put(line.label(), line.value(), line.style(), true, true));
        grid.close();
    }
}
