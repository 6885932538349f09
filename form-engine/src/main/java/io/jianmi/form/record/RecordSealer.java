package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.BlindIndex;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.crypto.RowContext;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.compile.SearchIndex;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.field.Searchable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between values and rows: seals cells, makes index tokens, tags rows; opens and verifies them again. */
@Singleton
final class RecordSealer {

    /** A token that must not collide by chance: identifies a person. */
    private static final int IDENTITY_BITS = 128;

    private final BlindIndex tokens;
    private final RowSeal seal;

    RecordSealer(BlindIndex tokens, RowSeal seal) {
        this.tokens = tokens;
        this.seal = seal;
    }

    /**
     * The row of these values.
     *
     * @param head id, versions, status, times and person; its values are not looked at
     * @param old the row before, whose cells are kept where the value is unchanged; null for a new record
     * @param before values before, to know what is unchanged
     */
    Sealed seal(
            TenantKey tenant,
            CompiledForm form,
            StoredRecord head,
            Map<String, JsonNode> values,
            @Nullable StoredRecord old,
            Map<String, JsonNode> before,
            KeyRing ring) {
        Map<String, JsonNode> clear = new LinkedHashMap<>();
        Map<String, byte[]> cells = new HashMap<>();
        Map<String, byte[]> tokens = new HashMap<>();
        RowContext context = new RowContext(tenant, form.key(), head.id(), head.subject());
        for (CompiledField field : form.columns()) {
            JsonNode value = values.get(field.key());
            if (value == null) {
                continue;
            }
            if (field.encrypted()) {
                byte[] kept = old != null && value.equals(before.get(field.key()))
                        ? old.cells().get(field.key())
                        : null;
                cells.put(field.key(), kept != null ? kept : ring.seal(context(context, field), value));
                field.indexes()
                        .forEach(index -> token(tenant, form, field, index, value)
                                .ifPresent(token -> tokens.put(index.column(), token)));
            } else {
                clear.put(field.key(), field.columnType().settled(value));
            }
        }
        StoredRecord row = new StoredRecord(
                head.id(),
                head.version(),
                head.status(),
                head.formVersion(),
                head.createdAt(),
                head.createdBy(),
                head.updatedAt(),
                head.updatedBy(),
                head.subject(),
                clear,
                cells,
                children(tenant, form, head, values, old, ring),
                head.deletedAt(),
                old == null ? StoredRecord.Kept.NONE : KeptValues.carried(form, old.kept()));
        byte[] canonical = RowCanon.bytes(tenant, form.key(), row);
        return new Sealed(row, seal.tag(tenant, canonical), RowCanon.digest(canonical), tokens);
    }

    private Map<String, List<StoredRecord.Child>> children(
            TenantKey tenant,
            CompiledForm form,
            StoredRecord head,
            Map<String, JsonNode> values,
            @Nullable StoredRecord old,
            KeyRing ring) {
        Map<String, List<StoredRecord.Child>> children = new LinkedHashMap<>();
        for (CompiledSubform subform : form.subforms()) {
            Map<UUID, StoredRecord.Kept> kept = KeptValues.carried(form, subform.key(), old);
            List<StoredRecord.Child> rows = new ArrayList<>();
            values.getOrDefault(subform.key(), Json.NODES.arrayNode())
                    .forEach(row -> rows.add(child(tenant, form, subform, head, row, kept, ring)));
            if (!rows.isEmpty()) {
                children.put(subform.key(), rows);
            }
        }
        return children;
    }

    private static StoredRecord.Child child(
            TenantKey tenant,
            CompiledForm form,
            CompiledSubform subform,
            StoredRecord head,
            JsonNode row,
            Map<UUID, StoredRecord.Kept> kept,
            KeyRing ring) {
        UUID id = UUID.fromString(row.path("id").asText());
        Map<String, JsonNode> clear = new LinkedHashMap<>();
        Map<String, byte[]> cells = new HashMap<>();
        RowContext context = new RowContext(tenant, form.key(), id, head.subject());
        for (CompiledField field : subform.fields()) {
            JsonNode value = row.path(field.key());
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (field.encrypted()) {
                cells.put(field.key(), ring.seal(context(context, field), value));
            } else {
                clear.put(field.key(), field.columnType().settled(value));
            }
        }
        return new StoredRecord.Child(id, clear, cells, kept.getOrDefault(id, StoredRecord.Kept.NONE));
    }

    /** The seal of a row as that version of its form reads it. */
    byte[] tag(TenantKey tenant, CompiledForm form, StoredRecord row) {
        return seal.tag(tenant, RowCanon.bytes(tenant, form.key(), row));
    }

    /** False when the row was changed outside the product. */
    boolean verifies(TenantKey tenant, String form, StoredRecord row, byte[] tag) {
        return seal.verifies(tenant, RowCanon.bytes(tenant, form, row), tag);
    }

    /** Everything the record holds, in clear: for rules, formulas and conditions, never for an answer. */
    Map<String, JsonNode> open(TenantKey tenant, CompiledForm form, StoredRecord row, KeyRing ring) {
        Map<String, JsonNode> values = new LinkedHashMap<>(row.clear());
        RowContext context = new RowContext(tenant, form.key(), row.id(), row.subject());
        for (CompiledField field : form.fields()) {
            byte[] cell = row.cells().get(field.key());
            if (cell != null) {
                values.put(field.key(), ring.open(context(context, field), cell));
            }
        }
        for (CompiledSubform subform : form.subforms()) {
            List<StoredRecord.Child> rows = row.children().getOrDefault(subform.key(), List.of());
            if (!rows.isEmpty()) {
                values.put(subform.key(), open(tenant, form, subform, row, rows, ring));
            }
        }
        return values;
    }

    private static JsonNode open(
            TenantKey tenant,
            CompiledForm form,
            CompiledSubform subform,
            StoredRecord row,
            List<StoredRecord.Child> rows,
            KeyRing ring) {
        var array = Json.NODES.arrayNode(rows.size());
        for (StoredRecord.Child child : rows) {
            ObjectNode cells = array.addObject().put("id", child.id().toString());
            cells.setAll(child.clear());
            RowContext context = new RowContext(tenant, form.key(), child.id(), row.subject());
            for (CompiledField field : subform.fields()) {
                byte[] cell = child.cells().get(field.key());
                if (cell != null) {
                    cells.set(field.key(), ring.open(context(context, field), cell));
                }
            }
        }
        return array;
    }

    static CellContext context(TenantKey tenant, CompiledForm form, CompiledField field, UUID record, UUID subject) {
        return context(new RowContext(tenant, form.key(), record, subject), field);
    }

    static CellContext context(RowContext row, CompiledField field) {
        return row.cell(field.path(), KeyClass.of(field.level()));
    }

    /** The token of one value in one index; empty when the type has no normal form. */
    Optional<byte[]> token(
            TenantKey tenant, CompiledForm form, CompiledField field, SearchIndex index, JsonNode value) {
        return field.type()
                .capability(Searchable.class)
                .map(searchable -> tokens.token(
                        tenant,
                        form.key() + "/" + field.path(),
                        index.mode(),
                        normal(field, searchable, index.mode(), value),
                        index.bits()));
    }

    /** Tokens of the values that identify the person, in the order of the definition. */
    List<Sealed.Identifier> identifiers(TenantKey tenant, CompiledForm form, Map<String, JsonNode> values) {
        List<Sealed.Identifier> identifiers = new ArrayList<>();
        for (String key : identifiedBy(form)) {
            JsonNode value = values.get(key);
            CompiledField field = form.field(key).orElseThrow();
            if (value != null) {
                String scope = "subject/" + field.type().type().key();
                field.type()
                        .capability(Searchable.class)
                        .map(searchable -> normal(field, searchable, "exact", value))
                        .map(normal -> tokens.token(tenant, scope, "identity", normal, IDENTITY_BITS))
                        .ifPresent(token -> identifiers.add(new Sealed.Identifier(scope, token)));
            }
        }
        return identifiers;
    }

    /** Whether two values of a protected field are one value as a search compares them. */
    static boolean same(CompiledField field, String mode, JsonNode stored, JsonNode wanted) {
        return field.type()
                .capability(Searchable.class)
                .map(searchable ->
                        normal(field, searchable, mode, stored).equals(normal(field, searchable, mode, wanted)))
                .orElse(false);
    }

    private static List<String> identifiedBy(CompiledForm form) {
        FormDefinition.Subject subject = form.definition().dataSubject();
        return subject == null ? List.of() : subject.identifiedBy();
    }

    private static String normal(CompiledField field, Searchable searchable, String mode, JsonNode value) {
        NormalForm form = searchable.normalForm(field.tag().category());
        String text = searchable.searchText(value);
        return mode.equals("last4") ? form.last4(text) : form.of(text);
    }
}
