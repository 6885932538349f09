package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The administrator looks at a record, or at the list it is in, with each person's eyes. */
final class SimulationChannel {

    static final String HEADER = "Jianmi-Simulation";

    /** Of the half hour that a simulation lasts: what is begun so long ago is not used any more. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final Map<String, Begun> BEGUN = new ConcurrentHashMap<>();

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
        Instant now = Instant.now();
        return BEGUN.compute(
                        who,
                        (person, last) ->
                                last != null && last.at().plus(GOOD_FOR).isAfter(now)
                                        ? last
                                        : new Begun(
                                                begin(api, "admin", person)
                                                        .body()
                                                        .path("id")
                                                        .asText(),
                                                now))
                .id();
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

    private record Begun(String id, Instant at) {}
}
