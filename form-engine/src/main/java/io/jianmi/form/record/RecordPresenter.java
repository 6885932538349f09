package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.crypto.RowContext;
import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledSubform;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Turns decided records into answers: values, masks, or nothing. Decryption happens here, after the access of each field
 * is known, and only of what is shown or masked.
 */
@Singleton
final class RecordPresenter {

    private final DataKeys keys;
    private final OrgDirectory directory;
    private final BinTime bin;

    RecordPresenter(DataKeys keys, OrgDirectory directory, BinTime bin) {
        this.keys = keys;
        this.directory = directory;
        this.bin = bin;
    }

    /** What a presentation draws on besides the record. */
    record Frame(
            KeyRing ring,
            Org org,
            Map<UUID, String> titles,
            Map<UUID, ObjectNode> files,
            DerivedValues derived,
            PageParts parts) {

        Frame(
                KeyRing ring,
                Org org,
                Map<UUID, String> titles,
                Map<UUID, ObjectNode> files,
                DerivedValues derived,
                AskedFields asked) {
            this(ring, org, titles, files, derived, new PageParts(org, asked));
        }
    }

    /** Keys for all that will be shown of these records, in one round trip. */
    Uni<KeyRing> ring(Actor actor, Collection<Visible> records) {
        Set<UUID> subjects = new HashSet<>();
        Set<KeyClass> classes = EnumSet.noneOf(KeyClass.class);
        for (Visible visible : records) {
            if (visible.intact() && needed(visible, classes)) {
                subjects.add(visible.row().subject());
            }
        }
        return keys.ring(actor.tenant(), subjects, classes);
    }

    private static boolean needed(Visible visible, Set<KeyClass> classes) {
        boolean any = false;
        for (CompiledField field : visible.form().columns()) {
            if (RecordShape.opens(field, visible.access())
                    && visible.row().cells().containsKey(field.key())) {
                classes.add(KeyClass.of(field.level()));
                any = true;
            } else if (RecordFiles.shows(field, visible)) {
                classes.add(RecordFiles.keyClass(field));
                any = true;
            }
        }
        for (CompiledSubform subform : visible.form().subforms()) {
            for (CompiledField cell : subform.fields()) {
                boolean names = RecordFiles.holdsFiles(cell)
                        && visible.access().of(cell.path()).atLeast(FieldAccess.READ);
                if ((RecordShape.opens(cell, visible.access()) || names)
                        && visible.row().children().containsKey(subform.key())) {
                    classes.add(names ? RecordFiles.keyClass(cell) : KeyClass.of(cell.level()));
                    any = true;
                }
            }
        }
        return any;
    }

    Org org(Actor actor) {
        return directory.of(actor.tenant());
    }

    /** The record in the shape of the contract; a broken seal shows nothing but itself. */
    ObjectNode present(Visible visible, Frame frame) {
        StoredRecord row = visible.row();
        ObjectNode out = Json.NODES.objectNode().put("id", row.id().toString());
        if (!visible.intact()) {
            return out.put("problem", RecordProblem.INTEGRITY.code());
        }
        RecordShape shape = frame.parts().shape(visible);
        ObjectNode data = Json.NODES.objectNode();
        try {
            fill(visible, frame, shape, data);
        } catch (IntegrityException broken) {
            return out.put("problem", RecordProblem.INTEGRITY.code());
        }
        out.put("form", visible.form().key());
        out.put("formVersion", row.formVersion());
        out.put("version", row.version());
        out.put("status", row.trashed() ? "trashed" : row.status().key());
        out.set("data", data);
        out.set("access", shape.access(row.id(), frame.derived()));
        Optional.ofNullable(row.deletedAt())
                .ifPresent(thrown -> out.put("keptUntil", bin.ends(thrown).toString()));
        withdrawn(visible, shape, out);
        TextNode created = Json.NODES.textNode(row.createdAt().toString());
        out.set("createdAt", created);
        out.set("createdBy", frame.parts().member(row.createdBy()));
        boolean untouched = row.updatedAt().equals(row.createdAt());
        out.set(
                "updatedAt",
                untouched ? created : Json.NODES.textNode(row.updatedAt().toString()));
        out.set("updatedBy", frame.parts().member(row.updatedBy()));
        out.set("workflow", workflow(visible.flow()));
        if (visible.shared()) {
            out.put("shared", true);
        }
        return out;
    }

    /** Why a value is withheld that others of its kind are not: its person has taken back what it rests on. */
    private static void withdrawn(Visible visible, RecordShape shape, ObjectNode out) {
        if (!visible.caps().isEmpty()) {
            ArrayNode fields = Json.NODES.arrayNode();
            shape.shown().stream()
                    .map(RecordShape.Shown::field)
                    .filter(visible::withdrawn)
                    .forEach(field -> fields.add(field.key()));
            if (!fields.isEmpty()) {
                out.set("withdrawn", fields);
            }
        }
    }

    private static void fill(Visible visible, Frame frame, RecordShape shape, ObjectNode data) {
        Map<String, JsonNode> opened = opened(visible, shape.opened(), frame.ring());
        for (RecordShape.Shown one : shape.shown()) {
            CompiledField field = one.field();
            if (field.derived()) {
                frame.derived()
                        .of(visible.row().id(), field.key())
                        .ifPresent(shown -> data.set(field.key(), shown.value()));
            } else {
                data.set(
                        field.key(),
                        one.subform().isPresent()
                                ? rows(visible, one.subform().get(), frame)
                                : shown(
                                        field,
                                        one.may(),
                                        frame,
                                        opened,
                                        visible.row().cells()));
            }
        }
    }

    /** The record's values, these cells among them. */
    private static Map<String, JsonNode> opened(Visible visible, List<CompiledField> fields, KeyRing ring) {
        StoredRecord row = visible.row();
        Map<String, JsonNode> opened = new HashMap<>(row.clear());
        RowContext context = row(visible, row.id());
        for (CompiledField field : fields) {
            open(field, context, ring, row.cells(), opened);
        }
        return opened;
    }

    private static Map<String, JsonNode> opened(Visible visible, AskedFields asked, KeyRing ring) {
        return opened(visible, RecordShape.opened(visible.form(), visible.access(), asked), ring);
    }

    private static RowContext row(Visible visible, UUID id) {
        return new RowContext(
                visible.tenant(), visible.form().key(), id, visible.row().subject());
    }

    /** What the record's reader reads of it himself, in stored form, for what rules make of that alone. */
    static Map<String, JsonNode> read(Visible visible, Frame frame) {
        Map<String, JsonNode> read = new HashMap<>(opened(visible, AskedFields.ALL, frame.ring()));
        read.keySet().removeIf(key -> !visible.access().of(key).atLeast(FieldAccess.READ));
        for (CompiledSubform subform : visible.form().subforms()) {
            ArrayNode rows = Json.NODES.arrayNode();
            for (StoredRecord.Child child : visible.row().children().getOrDefault(subform.key(), List.of())) {
                Map<String, JsonNode> cells = new HashMap<>(child.clear());
                subform.fields().stream()
                        .filter(cell -> RecordShape.opens(cell, visible.access()))
                        .forEach(cell -> open(cell, row(visible, child.id()), frame.ring(), child.cells(), cells));
                rows.addObject().setAll(cells);
            }
            read.put(subform.key(), rows);
        }
        return read;
    }

    private static void open(
            CompiledField field,
            RowContext row,
            KeyRing ring,
            Map<String, byte[]> cells,
            Map<String, JsonNode> opened) {
        byte[] cell = cells.get(field.key());
        if (cell != null) {
            opened.put(field.key(), ring.open(RecordSealer.context(row, field), cell));
        }
    }

    /** One field of a record as a look-up shows it elsewhere; empty when it is hidden, and when its seal is broken. */
    static Optional<DerivedValues.Shown> value(Visible visible, CompiledField field, FieldAccess may, Frame frame) {
        if (may == FieldAccess.HIDDEN) {
            return Optional.empty();
        }
        try {
            Map<String, JsonNode> opened = opened(visible, AskedFields.only(Set.of(field.key())), frame.ring());
            JsonNode value = shown(field, may, frame, opened, visible.row().cells());
            return Optional.of(
                    may.atLeast(FieldAccess.READ)
                            ? DerivedValues.Shown.read(value)
                            : DerivedValues.Shown.masked(value));
        } catch (IntegrityException broken) {
            return Optional.empty();
        }
    }

    private static ArrayNode rows(Visible visible, CompiledSubform subform, Frame frame) {
        ArrayNode rows = Json.NODES.arrayNode();
        for (StoredRecord.Child child : visible.row().children().getOrDefault(subform.key(), List.of())) {
            ObjectNode row = rows.addObject().put("id", child.id().toString());
            Map<String, JsonNode> opened = new HashMap<>(child.clear());
            RowContext context = row(visible, child.id());
            for (CompiledField cell : subform.fields()) {
                FieldAccess may = visible.access().of(cell.path());
                if (RecordShape.opens(cell, visible.access())) {
                    open(cell, context, frame.ring(), child.cells(), opened);
                }
                if (may != FieldAccess.HIDDEN) {
                    row.set(cell.key(), shown(cell, may, frame, opened, child.cells()));
                }
            }
        }
        return rows;
    }

    private static JsonNode shown(
            CompiledField field,
            FieldAccess may,
            Frame frame,
            Map<String, JsonNode> opened,
            Map<String, byte[]> cells) {
        JsonNode value = opened.getOrDefault(field.key(), Json.NODES.nullNode());
        if (may.atLeast(FieldAccess.READ)) {
            return named(field, value, frame);
        }
        String mask = cells.containsKey(field.key()) && field.level() == Sensitivity.SECRET
                ? field.mask(Json.NODES.textNode("-"))
                : field.mask(value);
        return Json.NODES.objectNode().put("masked", mask == null ? "" : mask);
    }

    /** Ids become the names that this actor may see. */
    private static JsonNode named(CompiledField field, JsonNode value, Frame frame) {
        return NamedIds.of(field, value, frame.org(), id -> reference(id, frame), id -> file(id, frame));
    }

    private static ObjectNode reference(JsonNode id, Frame frame) {
        ObjectNode reference = NamedIds.bare(id);
        String title = frame.titles().get(UUID.fromString(id.asText()));
        return title == null ? reference : reference.put("title", title);
    }

    private static ObjectNode file(JsonNode id, Frame frame) {
        ObjectNode shown = frame.files().get(UUID.fromString(id.asText()));
        return shown == null ? NamedIds.bare(id) : shown;
    }

    private static JsonNode workflow(RecordFlow flow) {
        if (flow.status().isEmpty()) {
            return Json.NODES.nullNode();
        }
        ObjectNode out = Json.NODES.objectNode().put("status", flow.status().get());
        ArrayNode open = out.putArray("openTasks");
        flow.openTasks()
                .forEach(
                        task -> open.addObject().put("id", task.id().toString()).put("node", task.node()));
        return out;
    }
}
