package io.jianmi.template.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A template as it lies on the class path below {@code templates/<id>/}.
 *
 * @param app key of the app that it makes
 * @param title one string, or one for each language
 * @param forms in the order in which they can be published
 */
public record TemplateFolder(
        String id,
        String version,
        String app,
        JsonNode title,
        JsonNode description,
        List<ObjectNode> forms,
        List<ObjectNode> workflows,
        List<ObjectNode> dashboards) {

    public TemplateFolder {
        forms = List.copyOf(forms);
        workflows = List.copyOf(workflows);
        dashboards = List.copyOf(dashboards);
    }

    /** A template that is known to be there; {@link TemplateCatalog} says which are. */
    public static TemplateFolder read(String id) {
        JsonNode manifest = document(id + "/template.json");
        return new TemplateFolder(
                id,
                manifest.path("version").asText(),
                manifest.path("app").asText(),
                manifest.path("title"),
                manifest.path("description"),
                documents(id, manifest.path("forms"), "forms/%s.form.json"),
                documents(id, manifest.path("workflows"), "workflows/%s.workflow.json"),
                documents(id, manifest.path("dashboards"), "dashboards/%s.dashboard.json"));
    }

    private static List<ObjectNode> documents(String id, JsonNode keys, String pattern) {
        List<ObjectNode> documents = new ArrayList<>();
        keys.forEach(key -> documents.add((ObjectNode) document(id + "/" + pattern.formatted(key.asText()))));
        return documents;
    }

    static JsonNode document(String name) {
        String path = "/templates/" + name;
        try (InputStream in = TemplateFolder.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + path);
            }
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " does not parse", e);
        }
    }
}
