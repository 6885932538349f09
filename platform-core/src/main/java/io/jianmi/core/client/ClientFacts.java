package io.jianmi.core.client;

import io.jianmi.core.identity.ClientProblem;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.privacy.purpose.Purpose;
import io.jianmi.core.privacy.purpose.Purposes;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;

/** What commands on clients are decided upon. */
@Singleton
final class ClientFacts {

    private final ClientStore store;
    private final OrgDirectory directory;
    private final Purposes purposes;
    private final InstantSource clock;

    ClientFacts(ClientStore store, OrgDirectory directory, Purposes purposes, InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.purposes = purposes;
        this.clock = clock;
    }

    Uni<ClientForm.Known> known(TenantKey tenant) {
        Org org = directory.of(tenant);
        return purposes.of(tenant)
                .map(all -> new ClientForm.Known(
                        org.roles(), all.stream().map(Purpose::key).collect(Collectors.toSet())));
    }

    Uni<Client> standing(TenantKey tenant, UUID id) {
        return store.find(tenant, id)
                .map(found -> found.orElseThrow(() -> ProblemException.of(ClientProblem.NOT_FOUND)));
    }

    /** One that may still be changed, at the revision that its administrator has read. */
    static void changeable(Client client, int revision) {
        if (client.revision() != revision) {
            throw ProblemException.of(ClientProblem.STALE);
        }
        if (client.revoked()) {
            throw ProblemException.of(ClientProblem.OVER);
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
