package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.FileFacts;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.Conversion;
import io.jianmi.form.compile.KeptField;
import io.jianmi.form.compile.MovedField;
import io.jianmi.form.design.RowMoves;
import io.jianmi.form.field.Report;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values from fields of the version that counts to the same fields of the next: opened as the one stores them, sealed as the other does. */
final class ValueMoves {

    private static final String NOT_UNIQUE = "field.not-unique";
    private static final String UNREADABLE = "field.unreadable";

    private final RecordSealer sealer;
    private final TenantKey tenant;
    private final CompiledForm from;
    private final CompiledForm to;
    private final ZoneId zone;
    private final Map<String, Conversion> conversions = new HashMap<>();

    ValueMoves(RecordSealer sealer, TenantKey tenant, CompiledForm from, CompiledForm to, ZoneId zone) {
        this.sealer = sealer;
        this.tenant = tenant;
        this.from = from;
        this.to = to;
        this.zone = zone;
        to.kept().moved().stream()
                .filter(MovedField::converted)
                .forEach(field -> conversions.put(
                        field.path(),
                        Conversion.between(
                                        old(field.path()).type(),
                                        now(field.path()).type())
                                .orElseThrow()));
    }

    private CompiledField old(String path) {
        return from.find(path).orElseThrow();
    }

    private CompiledField now(String path) {
        return to.find(path).orElseThrow();
    }

    /**
     * Where values stand.
     *
     * @param row of the record itself, or of a subform
     * @param taken of a record in the bin no index says so
     * @param files what the record's files are
     */
    record Place(StoredRecord record, UUID row, KeyRing ring, Taken taken, Map<UUID, FileFacts> files) {

        /** A row of a subform of the same record. */
        Place in(UUID child) {
            return new Place(record, child, ring, taken, files);
        }
    }

    /** Moves what the row holds of these fields, all of its own. */
    void move(List<MovedField> fields, Place place, MovedRow row) {
        for (MovedField field : fields) {
            String key = field.before().key();
            Optional<JsonNode> clear = Optional.ofNullable(row.clear().remove(key));
            byte[] cell = row.cells().remove(key);
            row.count(
                    field.path(),
                    clear.isPresent() || cell != null ? move(field, place, clear, cell, row) : RowMoves.Tally.EMPTY);
        }
    }

    private RowMoves.Tally move(
            MovedField field, Place place, Optional<JsonNode> clear, byte @Nullable [] cell, MovedRow row) {
        CompiledField now = now(field.path());
        Optional<JsonNode> value = cell == null ? clear : opened(old(field.path()), place, cell);
        Conversion.Result made =
                value.map(stored -> made(now, stored, place)).orElse(new Conversion.Result(value, UNREADABLE));
        boolean sealable = !now.encrypted() || place.ring().has(context(to, now, place));
        boolean refused =
                sealable && made.value().filter(it -> taken(place, now, it)).isPresent();
        if (made.value().isEmpty() || !sealable || refused && field.converted()) {
            leave(field, clear, cell, row);
            String code = made.code().isEmpty() ? UNREADABLE : made.code();
            return RowMoves.Tally.failed(
                    refused ? NOT_UNIQUE : code, place.record().id());
        }
        store(now, place, made.value().orElseThrow(), refused, row);
        if (refused) {
            return RowMoves.Tally.failed(NOT_UNIQUE, place.record().id());
        }
        return made.reduced() ? RowMoves.Tally.REDUCED : RowMoves.Tally.CONVERTED;
    }

    private Conversion.Result made(CompiledField now, JsonNode stored, Place place) {
        Conversion conversion = conversions.get(now.path());
        if (conversion == null) {
            return new Conversion.Result(Optional.of(stored), "");
        }
        Conversion.Result made = conversion.convert(stored, zone);
        return made.value()
                .flatMap(value -> refused(now, value, place.files()))
                .map(code -> new Conversion.Result(Optional.empty(), code))
                .orElse(made);
    }

    /** Why the field would not take one of these files from an upload; empty for other values. */
    private static Optional<String> refused(CompiledField now, JsonNode value, Map<UUID, FileFacts> files) {
        List<Finding> findings = new ArrayList<>();
        now.type()
                .attachments()
                .ifPresent(options -> value.forEach(id -> {
                    FileFacts facts = files.get(UUID.fromString(id.asText()));
                    Report report = new Report("", findings);
                    if (facts == null) {
                        report.error("file.unknown");
                    } else {
                        options.judge(facts.name(), facts.type(), facts.bytes(), report);
                    }
                }));
        return findings.stream().map(Finding::code).findFirst();
    }

    private Optional<JsonNode> opened(CompiledField field, Place place, byte[] cell) {
        CellContext context = context(from, field, place);
        if (!place.ring().has(context)) {
            return Optional.empty();
        }
        try {
            return Optional.of(place.ring().open(context, cell));
        } catch (IntegrityException changed) {
            return Optional.empty();
        }
    }

    /** Whether its unique index would refuse the value; what lies in the bin it leaves alone. */
    private boolean taken(Place place, CompiledField now, JsonNode stored) {
        if (place.record().trashed()) {
            return false;
        }
        Optional<byte[]> mark = now.encrypted()
                ? now.uniqueIndex().flatMap(index -> sealer.token(tenant, to, now, index, stored))
                : Optional.of(now.definition().unique())
                        .filter(unique -> unique)
                        .map(unique -> CanonicalJson.bytes(now.columnType().settled(stored)));
        return mark.filter(found -> place.taken().by(place.record().id(), now.path(), found))
                .isPresent();
    }

    /** What cannot be converted stays in its column. */
    private void leave(MovedField field, Optional<JsonNode> clear, byte @Nullable [] cell, MovedRow row) {
        if (field.converted()) {
            KeptField left = field.before();
            String key = left.key() + "@" + from.version();
            clear.ifPresent(old -> row.leftClear().put(key, left.columnType().settled(old)));
            if (cell != null) {
                row.leftCells().put(key, cell);
            }
        }
    }

    /** @param alike another row has this value: what cannot stay in clear is sealed without what would find it */
    private void store(CompiledField now, Place place, JsonNode stored, boolean alike, MovedRow row) {
        if (!now.encrypted()) {
            row.became(now, now.columnType().settled(stored));
            return;
        }
        row.became(now, place.ring().seal(context(to, now, place), stored));
        if (now.subform() == null) {
            now.indexes().stream()
                    .filter(index -> !alike || !index.unique())
                    .forEach(index -> sealer.token(tenant, to, now, index, stored)
                            .ifPresent(token -> row.found(index.column(), token)));
        }
    }

    private CellContext context(CompiledForm form, CompiledField field, Place place) {
        return RecordSealer.context(
                tenant, form, field, place.row(), place.record().subject());
    }
}
