package io.jianmi.workflow.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditLog;
import io.jianmi.core.audit.AuditReader;
import io.jianmi.core.audit.EntryFilter;
import io.jianmi.core.audit.LoggedEntry;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.instance.Instance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The entries of acts in the log: under the act's own id, that of a person's submission by the record's version. */
@Singleton
public final class LoggedActs {

    /** Entries are numbered many at a time; who has just acted waits for that. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRIES = 40;

    /** Versions of a record that are looked through for the submitted one. */
    private static final int MOST = 500;

    private final AuditReader reader;
    private final AuditLog log;
    private final InstantSource clock;

    LoggedActs(AuditReader reader, AuditLog log, InstantSource clock) {
        this.reader = reader;
        this.log = log;
        this.clock = clock;
    }

    /** The acts with their entries; one that was made before entries could be found stays without. */
    Uni<List<CertifiedAct>> of(TenantKey tenant, Instance instance, List<CertifiedAct> acts) {
        return of(tenant, instance, acts, 1);
    }

    private Uni<List<CertifiedAct>> of(TenantKey tenant, Instance instance, List<CertifiedAct> acts, int attempt) {
        return once(tenant, instance, acts).chain(found -> {
            boolean fresh = found.stream()
                    .anyMatch(act -> act.logged().isEmpty()
                            && act.at().isAfter(clock.instant().minus(FRESH)));
            if (!fresh || attempt == TRIES) {
                return Uni.createFrom().item(found);
            }
            log.committed(tenant);
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(PAUSE)
                    .chain(() -> of(tenant, instance, acts, attempt + 1));
        });
    }

    private Uni<List<CertifiedAct>> once(TenantKey tenant, Instance instance, List<CertifiedAct> acts) {
        List<UUID> ids = acts.stream().map(CertifiedAct::id).toList();
        return reader.entries(tenant, ids)
                .chain(entries -> written(tenant, instance, acts).map(versions -> {
                    Map<UUID, LoggedEntry> byId = new HashMap<>();
                    entries.forEach(entry -> byId.put(entry.id(), entry));
                    return acts.stream()
                            .map(act -> act.in(
                                    Optional.ofNullable(byId.get(act.id())).or(() -> submission(act, versions))))
                            .toList();
                }));
    }

    private static Optional<LoggedEntry> submission(CertifiedAct act, Map<Integer, LoggedEntry> versions) {
        return act.submits() ? Optional.ofNullable(versions.get(act.recordVersion())) : Optional.empty();
    }

    /** Who has written which version of the record: entries by version, of the initiator's. */
    private Uni<Map<Integer, LoggedEntry>> written(TenantKey tenant, Instance instance, List<CertifiedAct> acts) {
        if (acts.stream().noneMatch(CertifiedAct::submits)) {
            return Uni.createFrom().item(Map.of());
        }
        List<Uni<List<LoggedEntry>>> both = new ArrayList<>();
        for (String action : List.of("record.create", "record.update")) {
            both.add(reader.entries(tenant, filter(instance, action), Long.MAX_VALUE, MOST));
        }
        return Uni.join().all(both).andFailFast().map(lists -> {
            Map<Integer, LoggedEntry> byVersion = new HashMap<>();
            lists.forEach(list -> list.stream().filter(LoggedEntry::allowed).forEach(entry -> {
                JsonNode version = Json.parse(entry.canonical()).at("/ctx/version");
                byVersion.put(version.asInt(), Objects.requireNonNull(entry));
            }));
            return byVersion;
        });
    }

    private static EntryFilter filter(Instance instance, String action) {
        return new EntryFilter(
                Optional.of(instance.initiator().value()),
                Optional.of(action),
                Optional.of("record/" + instance.form() + "/" + instance.record()),
                Optional.empty(),
                Optional.empty());
    }
}
