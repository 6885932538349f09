package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Somebody's notifications in the demo tenant. */
final class Bell {

    private final Api api;

    Bell(Api api) {
        this.api = api;
    }

    String address() {
        return api.site().tenantPath() + "/notifications";
    }

    /** The newest hundred that are so. */
    List<JsonNode> of(String member, Predicate<JsonNode> which) {
        List<JsonNode> found = new ArrayList<>();
        api.get(member, address() + "?limit=100")
                .orFail("notifications")
                .body()
                .path("items")
                .forEach(item -> {
                    if (which.test(item)) {
                        found.add(item);
                    }
                });
        return found;
    }

    /** The newest that is so, waited for: the relay tells. */
    JsonNode next(String member, Predicate<JsonNode> which) {
        for (int i = 0; i < 200; i++) {
            List<JsonNode> found = of(member, which);
            if (!found.isEmpty()) {
                return found.get(0);
            }
            Installation.pause(50);
        }
        throw new AssertionError(member + " was not told");
    }

    static Predicate<JsonNode> about(String record, String kind) {
        return item -> item.path("kind").asText().equals(kind)
                && item.at("/record/id").asText().equals(record);
    }

    int unread(String member) {
        return api.get(member, address() + "/unread")
                .orFail("unread")
                .body()
                .path("unread")
                .asInt();
    }
}
