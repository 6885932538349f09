package io.jianmi.form.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.json.Json;
import io.jianmi.form.record.PaperRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Forms and records for printing them. */
final class Papers {

    static final String ID = "0190a5b0-0000-7000-8000-000000000001";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final PaperStamp STAMP = new PaperStamp("demo", "王芳", Instant.parse("2026-03-04T05:06:07Z"));

    private Papers() {}

    static ObjectNode form(String fields) {
        return (ObjectNode) Json.parse("{\"key\":\"order\",\"title\":{\"zh-CN\":\"订单\",\"en\":\"Order\"},\"fields\":"
                + fields.replace('\'', '"') + "}");
    }

    static ObjectNode data(String data) {
        return (ObjectNode) Json.parse(data.replace('\'', '"'));
    }

    /** A record whose fields are all shown. */
    static PaperRecord paper(JsonNode data) {
        Set<String> keys = new HashSet<>();
        data.fieldNames().forEachRemaining(keys::add);
        return paper(data, keys);
    }

    static PaperRecord paper(JsonNode data, Set<String> shown) {
        ObjectNode record = Json.NODES.objectNode().put("id", ID).put("status", "submitted");
        record.set("data", data);
        record.putObject("createdBy").put("name", "李雷");
        record.putObject("updatedBy").put("name", "韩梅");
        record.put("createdAt", "2026-03-01T00:00:00Z").put("updatedAt", "2026-03-02T00:00:00Z");
        return new PaperRecord(record, shown, AuditDraft.of("record.print", "record/order/" + ID));
    }

    static PaperValues values(PaperWords words) {
        return new PaperValues(
                words,
                new PaperTimes(words, ZONE),
                Map.of("sales", Json.parse("{\"zh-CN\":\"销售\",\"en\":\"Sales\"}")),
                Map.of("440000", "广东省", "440300", "深圳市", "440305", "南山区"));
    }

    static String html(JsonNode form, PaperWords words, PaperRecord... papers) {
        return new PaperPage(form, STAMP, words, values(words), point -> point < 0x1f000)
                .of(List.of(papers), PaperStyle.SHEET);
    }

    static PaperFont font() {
        return PaperFont.find(Optional.empty());
    }

    static byte[] pdf(JsonNode form, PaperWords words, PaperRecord... papers) {
        PaperFont font = font();
        String html =
                new PaperPage(form, STAMP, words, values(words), font.drawable()).of(List.of(papers), PaperStyle.SHEET);
        return PdfRenderer.pdf(html, font);
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a PDF says, in the order in which it is read, without the breaks of lines. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
