package io.jianmi.template.catalog;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates that come with the server, as {@code templates/index.json} lists them; each is read when it is first asked for. */
@Singleton
public final class TemplateCatalog {

    private final Map<String, TemplateFolder> read = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();

    public TemplateCatalog() {
        TemplateFolder.document("index.json").forEach(id -> ids.add(id.asText()));
    }

    /** All, in the order in which they are offered. */
    public List<TemplateFolder> all() {
        return ids.stream().map(this::folder).toList();
    }

    public Optional<TemplateFolder> find(String id) {
        return ids.contains(id) ? Optional.of(folder(id)) : Optional.empty();
    }

    private synchronized TemplateFolder folder(String id) {
        return read.computeIfAbsent(id, TemplateFolder::read);
    }
}
