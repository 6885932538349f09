package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.function.Predicate;

/** What the auditor finds in the log: entries are put in order a moment after they are written, so he looks again. */
final class AuditSearch {

    private static final int TRIES = 100;

    private final Api api;

    AuditSearch(Api api) {
        this.api = api;
    }

    /** The newest entries that match the query, as soon as there are any. */
    JsonNode any(String query) {
        return until(query, items -> !items.isEmpty());
    }

    /** The newest entries that match the query ({@code action=…&target=…}), as soon as enough are there. */
    JsonNode until(String query, Predicate<JsonNode> enough) {
        for (int i = 0; i < TRIES; i++) {
            JsonNode items = api.get("audra", api.site().tenantPath() + "/audit/entries?" + query)
                    .orFail("the log")
                    .body()
                    .path("items");
            if (enough.test(items)) {
                return items;
            }
            Installation.pause(100);
        }
        throw new AssertionError("not in the log: " + query);
    }
}
