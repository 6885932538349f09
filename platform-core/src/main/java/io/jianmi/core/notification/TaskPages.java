package io.jianmi.core.notification;

import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which tasks still have a page for somebody. */
public interface TaskPages {

    /** Those that he can open; one statement. */
    Uni<Set<UUID>> of(Actor reader, Collection<UUID> tasks);
}
