package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.FileFacts;
import io.jianmi.core.file.FileHome;
import io.jianmi.core.file.Files;
import io.jianmi.core.file.StoredFile;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.Report;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Files of records. An id in a value is an upload of the actor that no record holds, or it is missing: somebody else's, one
 * that another record holds and one that never was are refused in the same words.
 */
@Singleton
final class RecordFiles {

    private final Files files;

    RecordFiles(Files files) {
        this.files = files;
    }

    /** What a record takes and lets go. */
    record Claim(Map<UUID, Taken> taken, Set<UUID> letGo) {
        static final Claim NONE = new Claim(Map.of(), Set.of());
    }

    record Taken(Files.Upload upload, CompiledField field) {}

    /** The key under which the files of a field are sealed: a name may tell of a person, so never none. */
    static KeyClass keyClass(CompiledField field) {
        return field.encrypted() ? KeyClass.of(field.level()) : KeyClass.S2;
    }

    static boolean holdsFiles(CompiledField field) {
        return field.type().attachments().isPresent();
    }

    /** @throws ProblemException (in the Uni) with a finding for each id that this actor may not attach here */
    Uni<List<Claim>> claim(Actor actor, CompiledForm form, List<RecordChange> changes) {
        List<List<RecordPlace>> fresh = new ArrayList<>();
        List<Set<UUID>> letGo = new ArrayList<>();
        for (RecordChange change : changes) {
            Set<UUID> gone = held(form, change.before());
            gone.removeAll(held(form, change.after()));
            letGo.add(gone);
            fresh.add(RecordPlace.fresh(form, change, RecordFiles::holdsFiles));
        }
        Set<UUID> wanted =
                fresh.stream().flatMap(List::stream).map(RecordFiles::file).collect(Collectors.toSet());
        return files.uploads(actor, wanted).map(uploads -> claims(fresh, letGo, new HashMap<>(uploads)));
    }

    private static Set<UUID> held(CompiledForm form, Map<String, JsonNode> values) {
        return RecordPlace.of(form, values, "", RecordFiles::holdsFiles).stream()
                .map(RecordFiles::file)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static UUID file(RecordPlace place) {
        return UUID.fromString(place.id());
    }

    private static List<Claim> claims(
            List<List<RecordPlace>> fresh, List<Set<UUID>> letGo, Map<UUID, Files.Upload> uploads) {
        List<Finding> findings = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Map<UUID, Taken> taken = new LinkedHashMap<>();
            fresh.get(i).forEach(place -> {
                // Removed from what is left: the second place that wants the same upload finds nothing.
                Files.Upload upload = uploads.remove(file(place));
                Report report = new Report(place.pointer(), findings);
                if (upload == null) {
                    report.error("file.unknown");
                } else {
                    place.field()
                            .type()
                            .attachments()
                            .ifPresent(options -> options.judge(
                                    upload.facts().name(),
                                    upload.facts().type(),
                                    upload.facts().bytes(),
                                    report));
                    taken.put(file(place), new Taken(upload, place.field()));
                }
            });
            claims.add(new Claim(taken, letGo.get(i)));
        }
        RecordProblem.refuse(findings);
        return claims;
    }

    /** Statements that give the record its files, under the key of its person. */
    List<Write> writes(TenantKey tenant, CompiledForm form, StoredRecord head, Claim claim, KeyRing ring) {
        List<Write> writes = new ArrayList<>();
        claim.taken().values().forEach(taken -> {
            FileHome home =
                    new FileHome(form.key(), head.id(), taken.field().path(), head.subject(), keyClass(taken.field()));
            writes.add(files.attach(taken.upload(), home, ring));
        });
        if (!claim.letGo().isEmpty()) {
            writes.add(files.detach(tenant, head.id(), claim.letGo()));
        }
        return writes;
    }

    /** What to show for the ids in fields that may be read, one query for a page. */
    Uni<Map<UUID, ObjectNode>> shown(Actor actor, Collection<Visible> records, KeyRing ring) {
        Map<UUID, Visible> holders = new HashMap<>();
        for (Visible visible : records) {
            if (visible.intact() && readable(visible)) {
                holders.put(visible.row().id(), visible);
            }
        }
        return files.of(actor.tenant(), holders.keySet()).map(found -> {
            Map<UUID, ObjectNode> shown = new HashMap<>();
            for (StoredFile file : found) {
                Visible holder = holders.get(file.home().record());
                if (holder != null && holder.access().of(file.home().field()).atLeast(FieldAccess.READ)) {
                    show(file, ring, shown);
                }
            }
            return shown;
        });
    }

    private static void show(StoredFile file, KeyRing ring, Map<UUID, ObjectNode> shown) {
        facts(file, ring)
                .ifPresentOrElse(facts -> shown.put(file.id(), facts.json(file.id())), () -> shown.remove(file.id()));
    }

    /** What a file is; of a row that was edited by hand nothing is believed. */
    static Optional<FileFacts> facts(StoredFile file, KeyRing ring) {
        try {
            return file.readable(ring) ? Optional.of(file.facts(ring)) : Optional.empty();
        } catch (IntegrityException edited) {
            return Optional.empty();
        }
    }

    private static boolean readable(Visible visible) {
        return visible.form().columns().stream().anyMatch(field -> shows(field, visible))
                || visible.form().subforms().stream()
                        .filter(subform -> visible.row().children().containsKey(subform.key()))
                        .anyMatch(subform -> subform.fields().stream()
                                .anyMatch(cell -> holdsFiles(cell)
                                        && visible.access().of(cell.path()).atLeast(FieldAccess.READ)));
    }

    /** Whether the record shows names of files in this field. */
    static boolean shows(CompiledField field, Visible visible) {
        return holdsFiles(field)
                && visible.access().of(field.path()).atLeast(FieldAccess.READ)
                && (visible.row().cells().containsKey(field.key())
                        || visible.row().clear().containsKey(field.key()));
    }
}
