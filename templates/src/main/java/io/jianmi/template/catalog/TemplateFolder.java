package io.jianmi.template.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A template as it lies on the class path below {@code templates/<id>/}. */
record TemplateFolder(
        String id,
        String version,
        String app,
        JsonNode title,
        List<ObjectNode> forms,
        List<ObjectNode> workflows,
        List<ObjectNode> dashboards) {

    static TemplateFolder read(String id) {
        JsonNode manifest = document(id, "template.json");
        return new TemplateFolder(
                id,
                manifest.path("version").asText(),
                manifest.path("app").asText(),
                manifest.path("title"),
                documents(id, manifest.path("forms"), "forms/%s.form.json"),
                documents(id, manifest.path("workflows"), "workflows/%s.workflow.json"),
                documents(id, manifest.path("dashboards"), "dashboards/%s.dashboard.json"));
    }

    private static List<ObjectNode> documents(String id, JsonNode keys, String pattern) {
        List<ObjectNode> documents = new ArrayList<>();
        keys.forEach(key -> documents.add((ObjectNode) document(id, pattern.formatted(key.asText()))));
        return documents;
    }

    private static JsonNode document(String id, String name) {
        String path = "/templates/" + id + "/" + name;
        try (InputStream in = TemplateFolder.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the template has no " + path);
            }
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the template's " + path + " does not parse", e);
        }
    }
}
