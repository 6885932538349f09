package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.OrgValue;
import io.jianmi.form.field.ReferenceOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People write what they read: the name of a member or of a department and the title of a record stand for their ids, where exactly one is
 * called so that whoever imports may see.
 */
@Singleton
final class ImportNames {

    private final TitledRecords titled;
    private final OrgDirectory directory;

    ImportNames(TitledRecords titled, OrgDirectory directory) {
        this.titled = titled;
        this.directory = directory;
    }

    /** The rows with ids in place of names; one that names what is not there, or is there more than once, is an error and left out. */
    List<ImportRow> resolved(Actor actor, CompiledForm form, List<ImportRow> rows, List<RowError> errors) {
        Set<Integer> wrong = new HashSet<>();
        for (CompiledField field : form.fields()) {
            Set<String> written = written(field, rows);
            if (!written.isEmpty()) {
                Map<String, List<String>> meant = meant(actor, field, written);
                rows.forEach(row -> put(field, row, meant).ifPresent(code -> {
                    errors.add(RowError.of(row.line(), field.key(), code));
                    wrong.add(row.line());
                }));
            }
        }
        return rows.stream().filter(row -> !wrong.contains(row.line())).toList();
    }

    /** What stands in the column and might be a name. */
    private static Set<String> written(CompiledField field, List<ImportRow> rows) {
        Set<String> written = new LinkedHashSet<>();
        if (field.type().references().isPresent()
                || field.type().capability(OrgValue.class).isPresent()) {
            rows.forEach(row -> texts(row.data().path(field.key())).forEach(written::add));
        }
        return written;
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        value.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Ids by what was written; what is left out stays as it is, for the field to judge. */
    private Map<String, List<String>> meant(Actor actor, CompiledField field, Set<String> written) {
        Optional<OrgValue> unit = field.type().capability(OrgValue.class);
        if (unit.isPresent()) {
            Org org = directory.of(actor.tenant());
            return unit.get().unit() == OrgValue.Unit.MEMBER
                    ? CalledSo.members(org, written)
                    : CalledSo.departments(org, written);
        }
        return field.type()
                .references()
                .map(ReferenceOptions::form)
                .map(there -> Waiting.on(titled.ids(actor, there, written)))
                .orElse(Map.of());
    }

    /** @return what is wrong with the row */
    private static Optional<String> put(CompiledField field, ImportRow row, Map<String, List<String>> meant) {
        JsonNode value = row.data().path(field.key());
        List<String> ids = new ArrayList<>();
        for (String text : texts(value)) {
            List<String> found = meant.getOrDefault(text, List.of(text));
            if (found.size() != 1) {
                return Optional.of(found.isEmpty() ? "import.name-unknown" : "import.name-ambiguous");
            }
            ids.add(found.get(0));
        }
        if (value.isTextual()) {
            row.data().put(field.key(), ids.get(0));
        } else if (value.isArray()) {
            ArrayNode all = Json.NODES.arrayNode();
            new LinkedHashSet<>(ids).forEach(all::add);
            row.data().set(field.key(), all);
        }
        return Optional.empty();
    }
}
