package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code data} of a request under the actor's access. Pure but for the ids of new rows. A field he may not
 * know of is refused in the same words as one that does not exist.
 */
final class RecordInput {

    private static final String REPLACE = "replace";
    private static final String MASKED = "masked";
    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    private final CompiledForm form;
    private final RowAccess access;
    private final Map<String, JsonNode> current;
    private final boolean creating;
    private final Ids ids;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, JsonNode> typed = new LinkedHashMap<>();

    private RecordInput(CompiledForm form, RowAccess access, Map<String, JsonNode> current, boolean creating, Ids ids) {
        this.form = form;
        this.access = access;
        this.current = current;
        this.creating = creating;
        this.ids = ids;
    }

    /** Values in stored form by field key, and everything that is wrong with what was sent. */
    record Parsed(Map<String, JsonNode> typed, List<Finding> findings) {

        /** These findings and those of the logic; of a value that was refused it is not said that it is missing as well. */
        List<Finding> and(List<Finding> logic) {
            List<Finding> all = new ArrayList<>(findings);
            logic.stream().filter(finding -> !refused(finding)).forEach(all::add);
            return all;
        }

        private boolean refused(Finding missing) {
            return missing.code().equals("field.required")
                    && findings.stream()
                            .map(Finding::pointer)
                            .anyMatch(at -> at.equals(missing.pointer()) || at.startsWith(missing.pointer() + "/"));
        }
    }

    static Parsed forNew(CompiledForm form, RowAccess access, ObjectNode data, String pointer, Ids ids) {
        return new RecordInput(form, access, Map.of(), true, ids).parse(data, pointer);
    }

    /** @param current opened values of the record, to refuse a mask that comes back */
    static Parsed forChange(
            CompiledForm form,
            RowAccess access,
            Map<String, JsonNode> current,
            ObjectNode data,
            String pointer,
            Ids ids) {
        return new RecordInput(form, access, current, false, ids).parse(data, pointer);
    }

    private Parsed parse(ObjectNode data, String pointer) {
        data.properties()
                .forEach(entry -> read(entry.getKey(), entry.getValue(), Pointer.child(pointer, entry.getKey())));
        return new Parsed(typed, findings);
    }

    private void read(String key, JsonNode sent, String pointer) {
        Optional<CompiledField> field = form.field(key);
        if (field.isEmpty() || access.of(key) == FieldAccess.HIDDEN) {
            findings.add(Finding.error("field.unknown", pointer));
            return;
        }
        allowed(field.get(), key, sent, pointer)
                .flatMap(value -> listed(field.get(), value, current.get(key), pointer))
                .ifPresent(value -> {
                    Optional<CompiledSubform> subform = form.subform(key);
                    Report report = new Report(pointer, findings);
                    if (subform.isPresent()) {
                        field.get()
                                .read(value, report)
                                .ifPresent(rows -> typed.put(key, rows(subform.get(), rows, pointer)));
                    } else {
                        field.get().read(value, report).ifPresent(stored -> accept(field.get(), key, stored, pointer));
                    }
                });
    }

    private void accept(CompiledField field, String key, JsonNode stored, String pointer) {
        if (!creating && field.encrypted() && comesBackMasked(field, stored, current.get(key))) {
            findings.add(Finding.error("field.masked-value", pointer));
        } else {
            typed.put(key, stored);
        }
    }

    /** The value to read, when this actor may send one here; otherwise a finding says why not. */
    private Optional<JsonNode> allowed(CompiledField field, String path, JsonNode sent, String pointer) {
        if (!field.typed()) {
            return refuse(field.generated() ? "field.generated" : "field.computed", pointer);
        }
        if (sent.isObject() && sent.size() == 1 && sent.has(MASKED)) {
            return refuse("field.masked-value", pointer);
        }
        boolean replacement = sent.isObject() && sent.size() == 1 && sent.has(REPLACE);
        JsonNode value = replacement ? sent.get(REPLACE) : sent;
        if (creating) {
            return access.enterable(path) ? Optional.of(value) : refuse("field.read-only", pointer);
        }
        if (access.editable(path) || replacement && access.replaceable().contains(path)) {
            return Optional.of(value);
        }
        return refuse(access.replaceable().contains(path) ? "field.replace-required" : "field.read-only", pointer);
    }

    /** A change of a list of files ({@code add}, {@code remove}) becomes the list it makes of the one that stands. */
    private Optional<JsonNode> listed(CompiledField field, JsonNode sent, @Nullable JsonNode stands, String pointer) {
        if (!sent.isObject() || field.type().attachments().isEmpty()) {
            return Optional.of(sent);
        }
        JsonNode add = sent.path(ADD);
        JsonNode remove = sent.path(REMOVE);
        int known = (add.isArray() ? 1 : 0) + (remove.isArray() ? 1 : 0);
        if (known == 0 || known != sent.size()) {
            findings.add(Finding.error("field.type", pointer, Map.of("expected", "files")));
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        if (stands != null) {
            stands.forEach(id -> ids.add(id.asText()));
        }
        boolean found = true;
        for (int i = 0; i < remove.size(); i++) {
            if (!ids.remove(remove.get(i).asText())) {
                findings.add(Finding.error("file.unknown", Pointer.child(Pointer.child(pointer, REMOVE), i)));
                found = false;
            }
        }
        add.forEach(id -> ids.add(id.asText()));
        ArrayNode list = Json.NODES.arrayNode();
        ids.forEach(list::add);
        return found ? Optional.of(list) : Optional.empty();
    }

    private Optional<JsonNode> refuse(String code, String pointer) {
        findings.add(Finding.error(code, pointer));
        return Optional.empty();
    }

    private static boolean comesBackMasked(CompiledField field, JsonNode stored, @Nullable JsonNode current) {
        return current != null
                && stored.isTextual()
                && !stored.equals(current)
                && stored.textValue().equals(field.mask(current));
    }

    private ArrayNode rows(CompiledSubform subform, JsonNode rows, String pointer) {
        Map<String, JsonNode> known = new HashMap<>();
        current.getOrDefault(subform.key(), Json.NODES.arrayNode())
                .forEach(row -> known.put(row.path("id").asText(), row));
        ArrayNode read = Json.NODES.arrayNode();
        for (int i = 0; i < rows.size(); i++) {
            read.add(row(subform, rows.get(i), known, Pointer.child(pointer, i)));
        }
        return read;
    }

    private ObjectNode row(CompiledSubform subform, JsonNode sent, Map<String, JsonNode> known, String pointer) {
        JsonNode old = known.get(sent.path("id").asText());
        if (sent.has("id") && old == null) {
            findings.add(Finding.error("subform.unknown-row", Pointer.child(pointer, "id")));
        }
        ObjectNode row = old == null ? Json.NODES.objectNode() : ((ObjectNode) old).deepCopy();
        row.put("id", old == null ? newId() : old.path("id").asText());
        sent.properties().forEach(cell -> {
            if (!cell.getKey().equals("id")) {
                cell(subform, cell.getKey(), cell.getValue(), row, old == null, Pointer.child(pointer, cell.getKey()));
            }
        });
        return row;
    }

    private void cell(
            CompiledSubform subform, String key, JsonNode sent, ObjectNode row, boolean newRow, String pointer) {
        Optional<CompiledField> field = subform.field(key);
        if (field.isEmpty() || access.of(field.get().path()) == FieldAccess.HIDDEN) {
            findings.add(Finding.error("field.unknown", pointer));
            return;
        }
        boolean mayEnter = newRow && access.enterable(field.get().path());
        Optional<JsonNode> value = mayEnter && field.get().typed()
                ? Optional.of(sent)
                : allowed(field.get(), field.get().path(), sent, pointer);
        value.flatMap(node -> listed(field.get(), node, row.get(key), pointer))
                .flatMap(node -> field.get().read(node, new Report(pointer, findings)))
                .ifPresent(stored -> row.set(key, stored));
    }

    private String newId() {
        UUID id = ids.next();
        return id.toString();
    }
}
