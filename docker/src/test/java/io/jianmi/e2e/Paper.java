package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Records printed by the running server. */
final class Paper {

    private Paper() {}

    /** Everything that stands on the paper, for each field alike; why there is none. */
    static Map<String, Told> printed(Api api, String who, Exhibit what) {
        byte[] answer = fetched(api, who, what.record() + "/print");
        boolean pdf = isPdf(answer);
        String text = pdf ? bare(text(answer)) : new String(answer, StandardCharsets.UTF_8);
        Optional<JsonNode> shown = pdf ? Optional.of(TextNode.valueOf(text)) : Optional.empty();
        String code = pdf ? "" : api.read(text).path("code").asText();
        return Channels.each(what, field -> new Told(text, shown, code, pdf));
    }

    static byte[] fetched(Api api, String who, String path, String... headers) {
        try {
            Path file = Files.createTempFile("jianmi-paper", ".pdf");
            try {
                api.download(who, path, file, headers);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static boolean isPdf(byte[] answer) {
        return answer.length > 4 && answer[0] == '%' && answer[1] == 'P' && answer[2] == 'D' && answer[3] == 'F';
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without breaks of lines and the commas of thousands; days are written in words. */
    static String bare(String text) {
        return text.replaceAll("[\\s,]+", "").replaceAll("([0-9]{4})-0?([0-9]{1,2})-0?([0-9]{1,2})", "$1年$2月$3日");
    }
}
