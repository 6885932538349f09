package io.jianmi.workflow.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.ApprovalCertificate;
import io.jianmi.form.print.PaperReport;
import io.jianmi.form.print.PaperReport.Block;
import io.jianmi.form.print.PaperReport.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A certificate as people read it: nothing that the document does not say. Pure. */
record CertificatePaper(CertificateWords words, UnaryOperator<String> times) {

    private static final Set<String> CLEAR = Set.of("read", "edit");

    PaperReport of(ObjectNode certificate) {
        List<Block> blocks = new ArrayList<>();
        certificate.path("acts").forEach(act -> blocks.add(act(act)));
        blocks.add(proof(certificate));
        String id = certificate.at("/record/id").asText();
        return new PaperReport(
                words.of("kind"),
                certificate.at("/record/title").asText(words.of("kind")),
                facts(certificate, id),
                blocks,
                words.of("note"));
    }

    private List<Line> facts(JsonNode certificate, String id) {
        JsonNode workflow = certificate.path("workflow");
        JsonNode instance = certificate.path("instance");
        String end = instance.path("endedAt").isTextual()
                ? times.apply(instance.path("endedAt").asText())
                : "";
        return List.of(
                line("record", id + " · " + version(certificate.at("/record/version"))),
                line("workflow", workflow.path("title").asText() + " · " + version(workflow.path("version"))),
                line("status", words.of(instance.path("status").asText())),
                line("initiator", instance.at("/initiator/name").asText()),
                line("period", times.apply(instance.path("startedAt").asText()) + " – " + end));
    }

    private String version(JsonNode version) {
        return words.of("version").formatted(version.asText());
    }

    private Block act(JsonNode act) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("person", act.at("/actor/name").asText()));
        if (act.has("for")) {
            lines.add(line("for", act.at("/for/name").asText()));
        }
        lines.add(line("time", times.apply(act.path("at").asText())));
        if (act.has("to")) {
            lines.add(line("to", String.join(words.of("comma"), act.path("to").findValuesAsText("name"))));
        }
        if (act.has("recordVersion")) {
            lines.add(line("recordVersion", act.path("recordVersion").asText()));
        }
        if (act.has("comment")) {
            lines.add(line("comment", act.path("comment").asText()));
        }
        if (act.has("files")) {
            lines.add(line("files", files(act.path("files"))));
        }
        fields(lines, "clear", act, seen -> CLEAR.contains(seen.path("access").asText()));
        fields(
                lines,
                "masked",
                act,
                seen -> seen.has("access")
                        && !CLEAR.contains(seen.path("access").asText()));
        fields(lines, "changed", act, seen -> seen.path("changed").asBoolean());
        lines.add(
                act.path("leaf").isNumber()
                        ? line("leaf", act.path("leaf").asText())
                        : new Line(words.of("leaf"), words.of("unproven"), "masked"));
        return new Block(
                act.path("nodeTitle").asText() + " · "
                        + words.of(act.path("action").asText()),
                lines);
    }

    private String files(JsonNode files) {
        List<String> told = new ArrayList<>();
        files.forEach(file -> told.add(words.of("file")
                .formatted(file.path("type").asText(), file.path("bytes").asLong())));
        return String.join(words.of("comma"), told);
    }

    private void fields(List<Line> lines, String word, JsonNode act, Predicate<JsonNode> which) {
        List<String> titles = new ArrayList<>();
        act.path("seen").forEach(seen -> {
            if (which.test(seen)) {
                titles.add(seen.path("title").asText());
            }
        });
        if (!titles.isEmpty()) {
            lines.add(line(word, String.join(words.of("comma"), titles)));
        }
    }

    private Block proof(ObjectNode certificate) {
        JsonNode evidence = certificate.path("evidence");
        return new Block(
                words.of("proof"),
                List.of(
                        line("digest", ApprovalCertificate.digest(certificate)),
                        line("head", evidence.path("note").asText()),
                        line("key", evidence.path("verifierKey").asText())));
    }

    private Line line(String word, String value) {
        return new Line(words.of(word), value);
    }
}
