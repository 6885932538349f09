package io.jianmi.core.live;

import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Things of which everybody is told his own, by his member id, whatever his page shows. */
public interface OwnLiveSource extends LiveSource {

    @Override
    default Set<String> addresses(Actor actor, Collection<String> watched) {
        return Set.of(actor.id().value());
    }

    @Override
    default Uni<Boolean> may(Actor actor, String address) {
        return Uni.createFrom().item(actor.id().value().equals(address));
    }
}
