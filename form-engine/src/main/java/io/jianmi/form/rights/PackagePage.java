package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.print.ReadableValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The page of a package that people read: the same as its JSON, in words. It loads nothing from anywhere. Pure. */
final class PackagePage {

    private static final String STYLE = """
            body{font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:20px}h2{font-size:16px;margin-top:2rem}h3{font-size:14px;margin-bottom:4px}
            table{border-collapse:collapse;width:100%;margin-bottom:1rem}
            th,td{border:1px solid #ccc;padding:4px 8px;text-align:left;vertical-align:top;white-space:pre-wrap}th{width:30%}
            """;

    private final PackageWords words;
    private final ReadableValues.Writing values;
    private final StringBuilder out = new StringBuilder();

    PackagePage(PackageWords words, ReadableValues.Writing values) {
        this.words = words;
        this.values = values;
    }

    String of(JsonNode data) {
        out.append("<!doctype html><html lang=\"").append(words.language()).append("\"><head><meta charset=\"utf-8\">");
        out.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        out.append("<title>")
                .append(escaped(words.word("title")))
                .append("</title><style>")
                .append(STYLE);
        out.append("</style></head><body>");
        tag("h1", words.word("title"));
        tag(
                "p",
                words.word("made") + " " + point(data.path("madeAt")) + " · " + words.word("number") + " "
                        + data.path("request").asText());
        tag("p", words.word("lead"));
        data.path("forms").forEach(this::form);
        list("consents", data.path("consents"), List.of("at", "act", "purpose", "notice"));
        list("requests", data.path("requests"), List.of("number", "type", "state"));
        list("looks", data.path("looks"), List.of("at", "who", "what", "purpose"));
        tag("p", words.word("listed"));
        return out.append("</body></html>").toString();
    }

    private void form(JsonNode form) {
        tag("h2", form.path("title").asText());
        int n = 0;
        for (JsonNode record : form.path("records")) {
            n++;
            tag("h3", words.word("record").replace("{n}", Integer.toString(n)));
            if (record.has("problem")) {
                tag("p", words.word("broken"));
                continue;
            }
            out.append("<table>");
            row(words.word("status"), words.of("status", record.path("status").asText()));
            row(words.word("createdAt"), point(record.path("createdAt")));
            row(words.word("updatedAt"), point(record.path("updatedAt")));
            fields(form.path("fields"), record.path("data"));
            out.append("</table>");
        }
    }

    private void fields(JsonNode fields, JsonNode data) {
        for (JsonNode field : fields) {
            String key = field.path("key").asText();
            JsonNode value = data.path(key);
            if (key.contains(".") || value.isMissingNode()) {
                continue;
            }
            boolean rows = field.at("/definition/type").asText().equals("subform");
            row(
                    field.path("title").asText(),
                    rows ? rows(fields, key, value) : values.text(value, field.path("definition")));
        }
    }

    private String rows(JsonNode fields, String subform, JsonNode rows) {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : rows) {
            List<String> cells = new ArrayList<>();
            for (JsonNode field : fields) {
                String path = field.path("key").asText();
                if (path.startsWith(subform + ".")) {
                    JsonNode cell = row.path(path.substring(subform.length() + 1));
                    cells.add(field.path("title").asText() + ": " + values.text(cell, field.path("definition")));
                }
            }
            lines.add(String.join(" · ", cells));
        }
        return String.join("\n", lines);
    }

    private void list(String heading, JsonNode items, List<String> columns) {
        tag("h2", words.word(heading));
        if (items.isEmpty()) {
            tag("p", words.word("none"));
            return;
        }
        out.append("<table><tr>");
        columns.forEach(column -> tag("th", words.word(column)));
        out.append("</tr>");
        for (JsonNode item : items) {
            out.append("<tr>");
            columns.forEach(column -> tag(
                    "td",
                    column.equals("at")
                            ? point(item.path("at"))
                            : item.path(column).asText("")));
            out.append("</tr>");
        }
        out.append("</table>");
    }

    private void row(String title, String value) {
        out.append("<tr>");
        tag("th", title);
        tag("td", value);
        out.append("</tr>");
    }

    private void tag(String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    private String point(JsonNode at) {
        return values.point(Instant.parse(at.asText()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
