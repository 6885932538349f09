package io.jianmi.core.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The pages that listen to this node. Their number decides how much is asked, never how often. */
@Singleton
final class LiveHub {

    private static final Logger LOG = Logger.getLogger(LiveHub.class);

    /** A page signs in anew by listening again, so that nobody hears of anything long after he was let go. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Proxies cut what is silent for a minute. */
    private static final Duration BREATH = Duration.ofSeconds(25);

    private final OrgDirectory directory;
    private final List<LiveSource> sources;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    LiveHub(OrgDirectory directory, @All List<LiveSource> sources) {
        this.directory = directory;
        this.sources = List.copyOf(sources);
    }

    /** How things stand, and then every change, until the page goes or has listened for a quarter of an hour. */
    Multi<ObjectNode> listen(MemberId member, Map<TenantKey, Set<String>> records) {
        Multi<ObjectNode> events = Multi.createFrom().emitter(page -> {
            Watch watch = new Watch(member, records, page);
            watches.add(watch);
            page.onTermination(() -> watches.remove(watch));
            look(List.of(watch)).subscribe().with(done -> {}, LiveHub::failed);
        });
        Multi<ObjectNode> breath = Multi.createFrom()
                .ticks()
                .every(BREATH)
                .onOverflow()
                .drop()
                .map(tick -> Json.NODES.objectNode().put("type", "alive"));
        return Multi.createBy().merging().streams(events, breath).select().first(LONGEST);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        watches.removeIf(Watch::gone);
        return watches.isEmpty()
                ? Uni.createFrom().voidItem()
                : look(List.copyOf(watches))
                        .onFailure()
                        .invoke(LiveHub::failed)
                        .onFailure()
                        .recoverWithNull();
    }

    /** What cannot be asked now is asked a second later. */
    private static void failed(Throwable failure) {
        LOG.debugf("live.look-failed %s", failure.getClass().getName());
    }

    private Uni<Void> look(List<Watch> all) {
        Set<TenantKey> tenants = new HashSet<>();
        all.forEach(watch -> tenants.addAll(watch.tenants()));
        return Multi.createFrom()
                .iterable(tenants)
                .onItem()
                .transformToUniAndConcatenate(tenant -> Multi.createFrom()
                        .iterable(sources)
                        .onItem()
                        .transformToUniAndConcatenate(source -> look(tenant, source, all))
                        .collect()
                        .last())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> look(TenantKey tenant, LiveSource source, List<Watch> all) {
        Map<Watch, Set<String>> asked = new ConcurrentHashMap<>();
        Set<String> addresses = new HashSet<>();
        for (Watch watch : all) {
            actor(tenant, watch).ifPresent(actor -> {
                Set<String> his = source.addresses(actor, watch.records(tenant));
                asked.put(watch, his);
                addresses.addAll(his);
            });
        }
        return addresses.isEmpty()
                ? Uni.createFrom().voidItem()
                : source.look(tenant, addresses)
                        .chain(states -> Multi.createFrom()
                                .iterable(asked.entrySet())
                                .onItem()
                                .transformToUniAndConcatenate(
                                        one -> tell(tenant, source, one.getKey(), one.getValue(), states))
                                .collect()
                                .last()
                                .replaceWithVoid());
    }

    private Uni<Void> tell(
            TenantKey tenant, LiveSource source, Watch watch, Set<String> addresses, Map<String, ObjectNode> states) {
        List<Uni<Void>> news = new ArrayList<>();
        for (String address : addresses) {
            ObjectNode state = states.get(address);
            if (state != null && watch.news(tenant, source.type(), address, state)) {
                news.add(told(tenant, source, watch, address, state));
            }
        }
        return news.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(news).andFailFast().replaceWithVoid();
    }

    private Uni<Void> told(TenantKey tenant, LiveSource source, Watch watch, String address, ObjectNode state) {
        return actor(tenant, watch)
                .map(actor -> source.may(actor, address))
                .orElseGet(() -> Uni.createFrom().item(false))
                .invoke(may -> {
                    if (may) {
                        watch.tell(event(tenant, source, state));
                    }
                })
                .replaceWithVoid();
    }

    /** As he is in the tenant now: what he may know follows his roles at once. */
    private Optional<Actor> actor(TenantKey tenant, Watch watch) {
        return watch.tenants().contains(tenant) ? directory.of(tenant).actor(watch.member()) : Optional.empty();
    }

    private static ObjectNode event(TenantKey tenant, LiveSource source, ObjectNode state) {
        ObjectNode event = Json.NODES.objectNode().put("type", source.type()).put("tenant", tenant.value());
        event.setAll(state);
        return event;
    }
}
