package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The administrator looks at a record, or at the list it is in, with each person's eyes. */
final class SimulationChannel {

    static final String HEADER = "Jianmi-Simulation";

    private static final Map<String, String> BEGUN = new ConcurrentHashMap<>();

    private SimulationChannel() {}

    static Map<String, Told> record(Api api, String who, Exhibit what) {
        Api.Result answer = api.send("GET", "admin", what.record(), null, HEADER, as(api, who));
        return Channels.each(
                what, field -> Told.of(answer, answer.body().at("/data").path(field)));
    }

    static Map<String, Told> list(Api api, String who, Exhibit what) {
        Api.Result answer = api.post(
                "admin",
                what.form() + "/records/query",
                Map.of("filter", Channels.is(what), "trashed", what.trashed()),
                HEADER,
                as(api, who));
        return Channels.each(
                what, field -> Told.of(answer, answer.body().at("/items/0/data").path(field)));
    }

    /** Id of a simulation that lasts. */
    static String as(Api api, String who) {
        return BEGUN.computeIfAbsent(
                who, person -> begin(api, "admin", person).body().path("id").asText());
    }

    static Api.Result begin(Api api, String viewer, String person) {
        return api.post(viewer, api.site().tenantPath() + "/simulations", Map.of("member", member(api, person)));
    }

    static String member(Api api, String name) {
        for (JsonNode member : api.get("admin", api.site().tenantPath() + "/members?limit=200")
                .body()
                .path("items")) {
            if (member.path("username").asText().equals(name)) {
                return member.path("id").asText();
            }
        }
        throw new AssertionError("no member " + name);
    }
}
