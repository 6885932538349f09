package io.jianmi.form.erasure;

import io.jianmi.core.crypto.ErasureShadow;
import io.jianmi.core.crypto.ErasureShadow.Shade;
import io.jianmi.core.crypto.KeyDestruction;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.TenantPreparation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Before a tenant is served: keys that came back with a copy of the key database are destroyed again, and what a copy of the data has
 * forgotten is entered into the ledger again, from its shadow, so that it is carried out anew.
 */
@Singleton
final class LedgerReplay implements TenantPreparation {

    private static final Logger LOG = Logger.getLogger(LedgerReplay.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ErasureStore store;
    private final ErasureShadow shadow;
    private final KeyDestruction keys;
    private final TenantWriter writer;

    LedgerReplay(ErasureStore store, ErasureShadow shadow, KeyDestruction keys, TenantWriter writer) {
        this.store = store;
        this.shadow = shadow;
        this.keys = keys;
        this.writer = writer;
    }

    @Override
    public void prepare(TenantKey tenant) {
        replay(tenant).await().atMost(PATIENCE);
    }

    Uni<Void> replay(TenantKey tenant) {
        return shadow.all(tenant)
                .chain(shades -> forgotten(tenant, shades)
                        .chain(() -> store.shredded(tenant).chain(shredded -> {
                            Set<UUID> gone = new HashSet<>(shredded);
                            shades.forEach(shade -> gone.add(shade.subject()));
                            return gone.isEmpty()
                                    ? Uni.createFrom().voidItem()
                                    : shadow.keyed(tenant, gone).chain(back -> destroyed(tenant, back));
                        })));
    }

    private Uni<Void> destroyed(TenantKey tenant, Collection<UUID> back) {
        if (back.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("erasure.keys-came-back tenant=%s persons=%d", tenant, back.size());
        return Multi.createFrom()
                .iterable(back)
                .onItem()
                .transformToUniAndConcatenate(subject -> keys.destroy(tenant, subject))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** What was ordered under the same id is ordered again. */
    private Uni<Void> forgotten(TenantKey tenant, List<Shade> shades) {
        if (shades.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.known(tenant, shades.stream().map(Shade::erasure).toList()).chain(known -> {
            List<Shade> lost = shades.stream()
                    .filter(shade -> !known.contains(shade.erasure()))
                    .toList();
            if (!lost.isEmpty()) {
                LOG.warnf("erasure.data-came-back tenant=%s persons=%d", tenant, lost.size());
            }
            return Multi.createFrom()
                    .iterable(lost)
                    .onItem()
                    .transformToUniAndConcatenate(shade -> writer.commit(again(tenant, shade)))
                    .collect()
                    .asList()
                    .replaceWithVoid();
        });
    }

    private static List<Write> again(TenantKey tenant, Shade shade) {
        List<Write> writes = new ArrayList<>();
        writes.add(
                ErasureStore.order(tenant, shade.erasure(), shade.subject(), ErasureStore.Ordered.again(shade.at())));
        writes.add(RestrictionStore.restrict(Actor.system(tenant), shade.subject(), shade.at(), Optional.empty()));
        return writes;
    }
}
