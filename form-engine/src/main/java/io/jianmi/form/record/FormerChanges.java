package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.Conversion;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What changes replaced, as it would be stored now: a version may have given a field another type since, or sealed it otherwise. */
@Singleton
final class FormerChanges {

    private final FormerFields fields;
    private final DataKeys keys;
    private final ZoneId zone;

    FormerChanges(
            FormerFields fields,
            DataKeys keys,
            @ConfigProperty(name = "jianmi.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.fields = fields;
        this.keys = keys;
        this.zone = zone;
    }

    /**
     * @param written version under which it was written
     * @param sealed version under which its ciphertexts are sealed
     */
    record Change(HistoryRows.Kept kept, int written, int sealed) {}

    /**
     * Old values of fields that were stored otherwise then stand in clear among the values; one that is none of its field's type now is
     * refused with {@code record.other-type}.
     *
     * @param rows the records as they are
     */
    Uni<Map<UUID, HistoryRows.Kept>> asNow(
            TenantKey tenant, CompiledForm form, List<Fetched> rows, Map<UUID, Change> changes) {
        Set<Integer> versions = new HashSet<>();
        changes.values().forEach(change -> versions.addAll(List.of(change.written(), change.sealed())));
        return fields.of(tenant, form, versions).chain(before -> {
            Set<UUID> persons = rows.stream().map(row -> row.row().subject()).collect(Collectors.toSet());
            return before.before().isEmpty()
                    ? Uni.createFrom().item(asTheyAre(changes))
                    : keys.ring(tenant, persons, before.keys()).map(ring -> asNow(tenant, before, rows, changes, ring));
        });
    }

    private static Map<UUID, HistoryRows.Kept> asTheyAre(Map<UUID, Change> changes) {
        Map<UUID, HistoryRows.Kept> kept = new HashMap<>();
        changes.forEach((record, change) -> kept.put(record, change.kept()));
        return kept;
    }

    private Map<UUID, HistoryRows.Kept> asNow(
            TenantKey tenant,
            FormerFields.Versions before,
            List<Fetched> rows,
            Map<UUID, Change> changes,
            KeyRing ring) {
        Map<UUID, HistoryRows.Kept> kept = asTheyAre(changes);
        for (Fetched fetched : rows) {
            Change change = changes.get(fetched.row().id());
            if (change != null) {
                kept.put(fetched.row().id(), asNow(tenant, before, fetched.row(), change, ring));
            }
        }
        return kept;
    }

    private HistoryRows.Kept asNow(
            TenantKey tenant, FormerFields.Versions before, StoredRecord row, Change change, KeyRing ring) {
        ObjectNode clear = change.kept().clear().deepCopy();
        ObjectNode cells = change.kept().cells().deepCopy();
        for (String key : change.kept().changed()) {
            if (!before.moved(key, change.written()) && !before.moved(key, change.sealed())) {
                continue;
            }
            Optional<CompiledField> now = before.now().field(key);
            Optional<CompiledField> written = before.field(key, change.written());
            Optional<CompiledField> sealed = before.field(key, change.sealed());
            Optional<JsonNode> old = change.kept()
                    .cell(key)
                    .flatMap(cell -> sealed.map(field -> ring.open(
                            RecordSealer.context(tenant, before.now(), field, row.id(), row.subject()), cell)))
                    .or(() -> Optional.ofNullable(clear.get(key)));
            cells.remove(key);
            if (old.isPresent() && now.isPresent() && written.isPresent()) {
                clear.set(key, value(written.get(), now.get(), old.get()));
            }
        }
        return new HistoryRows.Kept(change.kept().changed(), clear, cells);
    }

    private JsonNode value(CompiledField written, CompiledField now, JsonNode old) {
        return written.definition().type().equals(now.definition().type())
                ? old
                : Conversion.between(written.type(), now.type())
                        .flatMap(conversion -> conversion.convert(old, zone).value())
                        .orElseThrow(() -> ProblemException.of(RecordProblem.OTHER_TYPE));
    }
}
