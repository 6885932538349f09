package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.ClientTerms;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns drafts into entries that only lack their number: id, time, actor, commitment, sealed payload. */
@Singleton
public final class EntryWriter {

    private final Ids ids;
    private final InstantSource clock;
    private final DataKeys keys;
    private final SystemSubjects systemSubjects;
    private final SecureRandom random = new SecureRandom();

    public EntryWriter(Ids ids, InstantSource clock, DataKeys keys, SystemSubjects systemSubjects) {
        this.ids = ids;
        this.clock = clock;
        this.keys = keys;
        this.systemSubjects = systemSubjects;
    }

    /** A draft with what is known at the moment it tells of. */
    record Noted(UUID id, OffsetDateTime at, Actor actor, AuditDraft draft) {}

    Noted note(Actor actor, AuditDraft draft) {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return new Noted(draft.id().orElseGet(ids::next), now, actor, draft);
    }

    Uni<List<PendingEntry>> write(TenantKey tenant, List<Noted> notes) {
        if (notes.stream().allMatch(noted -> noted.draft().payload().isEmpty())) {
            return Uni.createFrom().item(notes.stream().map(EntryWriter::bare).toList());
        }
        return systemSubjects
                .of(tenant)
                .chain(system -> keys.ring(tenant, subjects(notes, system), Set.of(AuditPayload.KEY_CLASS))
                        .map(ring -> notes.stream()
                                .map(noted -> sealed(tenant, noted, system, ring))
                                .toList()));
    }

    private static Set<UUID> subjects(List<Noted> notes, UUID system) {
        Set<UUID> subjects = new HashSet<>();
        for (Noted noted : notes) {
            if (noted.draft().payload().isPresent()) {
                subjects.add(noted.draft().subject().orElse(system));
            }
        }
        return subjects;
    }

    private PendingEntry sealed(TenantKey tenant, Noted noted, UUID system, KeyRing ring) {
        if (noted.draft().payload().isEmpty()) {
            return bare(noted);
        }
        ObjectNode payload = noted.draft().payload().get();
        UUID subject = noted.draft().subject().orElse(system);
        CellContext cell = AuditPayload.cell(tenant, noted.id(), subject);
        byte[] salt = new byte[Commitments.SALT_LENGTH];
        random.nextBytes(salt);
        String commitment = Commitments.of(salt, payload);
        // An erased person has no key any more: what happened is still told, and committed to, but not kept.
        return ring.has(cell)
                ? entry(noted, commitment, salt, ring.seal(cell, payload), subject)
                : entry(noted, commitment, null, null, subject);
    }

    private static PendingEntry bare(Noted noted) {
        return entry(noted, null, null, null, noted.draft().subject().orElse(null));
    }

    private static PendingEntry entry(
            Noted noted,
            @Nullable String commitment,
            byte @Nullable [] salt,
            byte @Nullable [] payload,
            @Nullable UUID subject) {
        AuditDraft draft = noted.draft();
        return new PendingEntry(
                noted.id(),
                noted.at(),
                noted.actor().accountable().id().value(),
                draft.action(),
                draft.object(),
                draft.allowed(),
                context(noted),
                commitment,
                salt,
                payload,
                subject);
    }

    private static String context(Noted noted) {
        Actor accountable = noted.actor().accountable();
        String acr = accountable.acr();
        String request = accountable.request();
        boolean simulated = noted.actor().simulated();
        ClientTerms terms = accountable.terms();
        if (noted.draft().context().isEmpty() && acr == null && request == null && !simulated && terms == null) {
            return EntryText.NO_CONTEXT;
        }
        ObjectNode context = Json.MAPPER.valueToTree(noted.draft().context());
        if (acr != null) {
            context.put("acr", acr);
        }
        if (request != null) {
            context.put("request", request);
        }
        if (simulated) {
            context.put("as", noted.actor().id().value());
        }
        if (terms != null && !context.has("purpose")) {
            context.put("purpose", terms.purpose());
        }
        return CanonicalJson.text(context);
    }
}
