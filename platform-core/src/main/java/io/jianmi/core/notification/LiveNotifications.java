package io.jianmi.core.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.live.OwnLiveSource;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How much of somebody's list is unread, and what is newest in it. */
@Singleton
final class LiveNotifications implements OwnLiveSource {

    private final NotificationStore store;

    LiveNotifications(NotificationStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "notifications";
    }

    @Override
    public Uni<Map<String, ObjectNode>> look(TenantKey tenant, Set<String> members) {
        return store.standing(tenant, members).map(standing -> {
            Map<String, ObjectNode> states = new HashMap<>();
            standing.forEach((member, his) -> states.put(
                    member,
                    Json.NODES
                            .objectNode()
                            .put("unread", his.unread())
                            .put(
                                    "newest",
                                    Optional.ofNullable(his.newest())
                                            .map(UUID::toString)
                                            .orElse(null))));
            return states;
        });
    }
}
