package io.jianmi.core.identity.keycloak;

import io.jianmi.core.identity.ApiClients;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.startup.StartupTask;
import io.jianmi.core.tenant.TenantKey;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * All organisations in memory. A start reads the stored copy; afterwards Keycloak is asked every two seconds whether
 * anything changed (one small call) and read in full only then, or once a minute for what leaves no admin event (a
 * directory synchronisation, a changed profile). While Keycloak is away the last copy serves.
 */
@ApplicationScoped
public class OrgMirror implements OrgDirectory, StartupTask {

    private static final Logger LOG = Logger.getLogger(OrgMirror.class);
    private static final Duration FULL_READ = Duration.ofMinutes(1);
    private static final int PATIENCE = 30;

    private final OrgStore store;
    private final OrgReader reader;
    private final InstantSource clock;
    private final ApiClients clients;

    private volatile Map<TenantKey, Org> orgs = Map.of();
    private String seenChange = "";
    private volatile Instant readAt = Instant.EPOCH;
    /** Reads that failed one after another; Keycloak starts beside the server, so the first few are no news. */
    private int failures;

    private volatile boolean answers = true;

    OrgMirror(OrgStore store, OrgReader reader, InstantSource clock, ApiClients clients) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
        this.clients = clients;
    }

    @Override
    public Org of(TenantKey tenant) {
        Org org = orgs.get(tenant);
        return clients.beside(org == null ? Org.empty(tenant) : org);
    }

    @Override
    public Set<TenantKey> tenants() {
        return orgs.keySet();
    }

    void load(@Observes @Priority(100) StartupEvent event) {
        publish(store.load());
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void refreshWhenChanged() {
        try {
            refresh();
            if (failures >= PATIENCE) {
                LOG.info("Keycloak answers again");
            }
            failures = 0;
            answers = true;
        } catch (UncheckedIOException e) {
            failures++;
            answers = false;
            if (failures == PATIENCE) {
                LOG.warnf("Keycloak does not answer; the last known organisation serves (%s)", e.getMessage());
            }
        }
    }

    @Override
    public String title() {
        return "reading members, departments and roles";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public void run(Consumer<String> progress) {
        refresh();
    }

    /** When Keycloak was last read in full; {@link Instant#EPOCH} before that. */
    Instant readAt() {
        return readAt;
    }

    /** Whether the last question to Keycloak was answered. */
    boolean answers() {
        return answers;
    }

    /** Reads everything, whether or not Keycloak says that something changed. */
    synchronized void read() {
        readAt = Instant.EPOCH;
        refresh();
    }

    private synchronized void refresh() {
        String change = reader.newestChange();
        if (change.equals(seenChange) && clock.instant().isBefore(readAt.plus(FULL_READ))) {
            return;
        }
        List<Org> read = reader.read();
        Map<TenantKey, Org> before = orgs;
        publish(read);
        for (Org org : read) {
            if (!org.equals(before.get(org.tenant()))) {
                store.save(org);
            }
        }
        seenChange = change;
        readAt = clock.instant();
    }

    private void publish(List<Org> read) {
        Map<TenantKey, Org> fresh = new HashMap<>();
        read.forEach(org -> fresh.put(org.tenant(), org));
        orgs = Map.copyOf(fresh);
    }
}
