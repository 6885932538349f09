package io.jianmi.core.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** A kind of things that change while people look at them. Called on an event loop: must not block. */
public interface LiveSource {

    /** The word in an event's {@code "type"}. */
    String type();

    /**
     * What of this kind he is told of.
     *
     * @param watched records that his page shows, as {@code app/form/id}
     */
    Set<String> addresses(Actor actor, Collection<String> watched);

    /** How these things stand, for all who are told of them at once; what is not there has no entry. */
    Uni<Map<String, ObjectNode>> look(TenantKey tenant, Set<String> addresses);

    /** Whether he may know of that thing now; asked whenever it has changed. */
    Uni<Boolean> may(Actor actor, String address);
}
