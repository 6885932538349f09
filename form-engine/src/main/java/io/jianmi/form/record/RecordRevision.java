package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.consent.ConsentEvent;
import io.jianmi.core.privacy.consent.ConsentLedger;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.OffLoop;
import io.jianmi.core.time.Ids;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns records that stand into their next versions: guarded updates, and the history rows of what they replace. */
@Singleton
final class RecordRevision {

    private final RecordSealer sealer;
    private final RecordSubjects subjects;
    private final RecordTables tables;
    private final RecordFiles files;
    private final DataKeys keys;
    private final RowSeal seal;
    private final Ids ids;
    private final InstantSource clock;

    RecordRevision(
            RecordSealer sealer,
            RecordSubjects subjects,
            RecordTables tables,
            RecordFiles files,
            DataKeys keys,
            RowSeal seal,
            Ids ids,
            InstantSource clock) {
        this.sealer = sealer;
        this.subjects = subjects;
        this.tables = tables;
        this.files = files;
        this.keys = keys;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A row together with its values in clear. */
    record Opened(StoredRecord row, Map<String, JsonNode> values) {}

    /**
     * A record and what becomes of it.
     *
     * @param status of the next version
     * @param deletedAt null when it lives
     * @param pointer where in the request the record's data stands
     */
    record Step(
            Opened opened,
            RecordDraft draft,
            StoredRecord.Status status,
            @Nullable Instant deletedAt,
            String pointer) {}

    /** What the next versions are, in order of the steps, and the statements that store them. */
    record Next(List<Sealed> ready, List<Write> writes) {}

    Uni<Opened> open(TenantKey tenant, CompiledForm form, StoredRecord row) {
        return open(tenant, form, List.of(row)).map(opened -> opened.get(0));
    }

    /** These rows in order; their keys are fetched in one round trip. */
    Uni<List<Opened>> open(TenantKey tenant, CompiledForm form, List<StoredRecord> rows) {
        return ring(tenant, form, rows)
                .chain(ring -> OffLoop.run(
                        rows.size(),
                        () -> rows.stream()
                                .map(row -> new Opened(row, sealer.open(tenant, form, row, ring)))
                                .toList()));
    }

    private Uni<KeyRing> ring(TenantKey tenant, CompiledForm form, List<StoredRecord> rows) {
        Set<UUID> persons = rows.stream().map(StoredRecord::subject).collect(Collectors.toSet());
        return keys.ring(tenant, persons, RecordKeys.all(form));
    }

    /** What a workflow makes of one record, when nothing is wrong with it. */
    Uni<Next> next(
            Actor actor,
            CompiledForm form,
            Opened opened,
            List<Finding> findings,
            RecordLogic.Outcome outcome,
            String action) {
        RecordProblem.refuse(findings);
        RecordDraft draft = new RecordDraft(outcome.values(), outcome.changed());
        Step step = new Step(opened, draft, opened.row().status(), null, "/data");
        return next(actor, form, List.of(step), action);
    }

    /**
     * @param steps records, each once
     * @param action for the history: {@code update}, {@code submit}, {@code trash}, {@code restore}, {@code set}
     */
    Uni<Next> next(Actor actor, CompiledForm form, List<Step> steps, String action) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<RecordChange> changes = steps.stream()
                .map(step ->
                        new RecordChange(step.opened().values(), step.draft().values(), step.pointer()))
                .toList();
        List<StoredRecord> rows =
                steps.stream().map(step -> step.opened().row()).toList();
        return files.claim(actor, form, changes)
                .chain(claims -> ring(actor.tenant(), form, rows)
                        .chain(ring ->
                                OffLoop.run(steps.size(), () -> next(actor, form, steps, action, claims, ring, now))));
    }

    private Next next(
            Actor actor,
            CompiledForm form,
            List<Step> steps,
            String action,
            List<RecordFiles.Claim> claims,
            KeyRing ring,
            Instant now) {
        TenantKey tenant = actor.tenant();
        List<Sealed> ready = new ArrayList<>(steps.size());
        List<RecordSubjects.Holder> holders = new ArrayList<>(steps.size());
        List<Write> attachments = new ArrayList<>();
        List<ConsentEvent> consents = new ArrayList<>();
        HistoryRows history = new HistoryRows(actor, form, action, now, seal);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            StoredRecord old = step.opened().row();
            StoredRecord head = head(actor, form, step, now);
            Map<String, JsonNode> values = step.draft().values();
            ready.add(sealer.seal(tenant, form, head, values, old, step.opened().values(), ring));
            history.add(old, step.draft().changed());
            holders.add(new RecordSubjects.Holder(
                    old.id(),
                    new RecordSubjects.Resolved(
                            old.subject(), false, sealer.identifiers(tenant, form, values), Map.of())));
            attachments.addAll(files.writes(tenant, form, head, claims.get(i), ring));
            boolean submitted = old.status() == StoredRecord.Status.SUBMITTED;
            consents.addAll(RecordConsents.events(
                    form, head, submitted ? step.opened().values() : Map.of(), values, ids::next));
        }
        List<Write> writes = new ArrayList<>(tables.writes(tenant, form).update(ready));
        writes.add(history.write());
        writes.addAll(subjects.writes(tenant, holders));
        writes.addAll(attachments);
        ConsentLedger.append(tenant, consents).ifPresent(writes::add);
        return new Next(ready, writes);
    }

    private static StoredRecord head(Actor actor, CompiledForm form, Step step, Instant now) {
        StoredRecord old = step.opened().row();
        return new StoredRecord(
                old.id(),
                old.version() + 1,
                step.status(),
                form.version(),
                old.createdAt(),
                old.createdBy(),
                now,
                actor.id().value(),
                old.subject(),
                Map.of(),
                Map.of(),
                Map.of(),
                step.deletedAt());
    }
}
