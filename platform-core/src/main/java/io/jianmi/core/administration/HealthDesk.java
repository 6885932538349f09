package io.jianmi.core.administration;

import io.jianmi.core.administration.Health.Part;
import io.jianmi.core.administration.Health.State;
import io.jianmi.core.crypto.KeyInventory;
import io.jianmi.core.identity.OrgSource;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks every part of the installation how it is. */
@Singleton
final class HealthDesk {

    private final QueueStore queues;
    private final KeyInventory keys;
    private final OrgSource source;
    private final InstantSource clock;
    private final String version;

    HealthDesk(
            QueueStore queues,
            KeyInventory keys,
            OrgSource source,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "") String version) {
        this.queues = queues;
        this.keys = keys;
        this.source = source;
        this.clock = clock;
        this.version = version;
    }

    Uni<Health> of(TenantKey tenant) {
        return Uni.combine()
                .all()
                .unis(ofQueues(tenant), keys.stores(), keys.serves())
                .asTuple()
                .map(answers -> {
                    List<Part> parts = new ArrayList<>(answers.getItem1());
                    parts.add(1, Health.answering("keys", answers.getItem2()));
                    parts.add(2, Health.answering("kms", answers.getItem3()));
                    parts.add(3, Health.answering("keycloak", source.answers()));
                    File home = new File("").getAbsoluteFile();
                    parts.add(Health.disk(home.getUsableSpace(), home.getTotalSpace()));
                    Instant started = Instant.ofEpochMilli(
                            ManagementFactory.getRuntimeMXBean().getStartTime());
                    return new Health(version, started, clock.instant(), parts);
                });
    }

    /** The database answers when its queues can be counted. */
    private Uni<List<Part>> ofQueues(TenantKey tenant) {
        long begun = System.nanoTime();
        return queues.of(tenant)
                .map(all -> List.of(
                        Part.of("database", State.UP, Map.of("milliseconds", (System.nanoTime() - begun) / 1_000_000)),
                        all.outbox().part("outbox"),
                        all.webhooks().part("webhooks"),
                        all.mails().part("mails")))
                .onFailure()
                .recoverWithItem(List.of(Health.answering("database", false)));
    }
}
