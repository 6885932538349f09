package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A server without a workflow engine: nothing ever runs. */
@DefaultBean
@Singleton
final class NoWorkflow implements RecordWorkflow {

    @Override
    public boolean bound(TenantKey tenant, String form) {
        return false;
    }

    @Override
    public Uni<Map<UUID, RecordFlow>> flows(Actor actor, String form, Collection<UUID> records) {
        return Uni.createFrom().item(Map.of());
    }

    @Override
    public Uni<Optional<Start>> onSubmitted(
            Actor actor, String form, List<Submission> submissions, Optional<List<String>> to) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Write onManaged(Actor actor, UUID entry, UUID record, int version, Set<String> changed) {
        throw new IllegalStateException("nothing runs here");
    }

    @Override
    public Uni<Void> settled(TenantKey tenant, UUID record, Duration patience) {
        return Uni.createFrom().voidItem();
    }
}
