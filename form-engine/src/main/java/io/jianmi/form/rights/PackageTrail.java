package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditReader;
import io.jianmi.core.audit.LoggedEntry;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.ConsentEvent;
import io.jianmi.core.privacy.consent.ConsentLedger;
import io.jianmi.core.privacy.masking.Maskers;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.look.Looks;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a package tells besides records: consents, requests, and who looked, in plain words. Staff stand in it by masked names. */
@Singleton
final class PackageTrail {

    private static final int MOST = 1_000;
    private static final Set<String> DESK = Set.of("subject.search", "subject.read", "consent.read");
    private static final Set<String> RECORD = record();

    private final AuditReader log;
    private final ConsentLedger ledger;
    private final RequestStore store;
    private final OrgDirectory directory;
    private final InstantSource clock;

    PackageTrail(
            AuditReader log, ConsentLedger ledger, RequestStore store, OrgDirectory directory, InstantSource clock) {
        this.log = log;
        this.ledger = ledger;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    private static Set<String> record() {
        Set<String> actions = new HashSet<>(Looks.ACTIONS);
        actions.add("file.download");
        return Set.copyOf(actions);
    }

    /** Looks at one record. */
    ArrayNode looks(TenantKey tenant, String form, ObjectNode record, PackageWords words) {
        String id = record.path("id").asText();
        return looks(tenant, "record/" + form + "/" + id, RECORD, words);
    }

    /** Looks of the privacy desk at the person. */
    ArrayNode looks(TenantKey tenant, UUID subject, PackageWords words) {
        return looks(tenant, "subject/" + subject, DESK, words);
    }

    private ArrayNode looks(TenantKey tenant, String target, Collection<String> actions, PackageWords words) {
        ArrayNode told = Json.NODES.arrayNode();
        for (LoggedEntry entry : Waiting.on(log.done(tenant, target, actions, Long.MAX_VALUE, MOST))) {
            told.addObject()
                    .put("at", entry.at().toInstant().toString())
                    .put("who", masked(tenant, entry.actor()))
                    .put("what", words.of("look", entry.action()))
                    .put(
                            "purpose",
                            Json.parse(entry.canonical()).at("/ctx/purpose").textValue())
                    .put("target", target);
        }
        return told;
    }

    private String masked(TenantKey tenant, String actor) {
        return Maskers.builtIn().of(DataCategory.NAME).mask(directory.of(tenant).nameOf(actor));
    }

    ArrayNode consents(TenantKey tenant, UUID subject, PackageWords words) {
        ArrayNode told = Json.NODES.arrayNode();
        for (ConsentLedger.Entry entry : Waiting.on(ledger.of(tenant, subject, Long.MAX_VALUE, MOST))) {
            ConsentEvent event = entry.event();
            told.addObject()
                    .put("at", event.at().toString())
                    .put("act", words.of("consent", Words.key(event.act())))
                    .put("purpose", event.purpose())
                    .put("notice", event.notice())
                    .put("stands", entry.stands());
        }
        return told;
    }

    ArrayNode requests(TenantKey tenant, UUID subject, PackageWords words) {
        RequestFilter hers = new RequestFilter(Set.of(), Optional.empty(), Optional.of(subject), false);
        ArrayNode told = Json.NODES.arrayNode();
        List<SubjectRequest> found = Waiting.on(store.page(tenant, hers, Optional.empty(), MOST, clock.instant()));
        for (SubjectRequest request : found) {
            ObjectNode one = told.addObject().put("number", RequestView.number(request));
            one.put("type", words.of("type", request.type().key()))
                    .put("receivedAt", request.received().toString())
                    .put("due", request.due().toString())
                    .put("state", words.of("state", request.state().key()));
        }
        return told;
    }
}
