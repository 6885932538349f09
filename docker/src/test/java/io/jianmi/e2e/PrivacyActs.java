package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;

/** What the privacy officer does with a person, the whole way: asked for, agreed to, proven with a second factor. */
final class PrivacyActs {

    private static final int PATIENCE = 300;

    private final Api api;
    private final String server;
    private final SecondFactor factor;

    PrivacyActs(Api api, String server) {
        this.api = api;
        this.server = server;
        this.factor = new SecondFactor(api.site(), server);
    }

    String subject(String subject) {
        return api.site().tenantPath() + "/privacy/subjects/" + subject;
    }

    String erasures() {
        return api.site().tenantPath() + "/privacy/erasures";
    }

    Api.Result act(String who, String subject, String act) {
        return api.send("POST", who, subject(subject) + "/" + act, null);
    }

    Api.Result hold(String subject) {
        return api.post("paul", subject(subject) + "/hold", Map.of("reason", "诉讼保全", "reviewOn", "2030-01-01"));
    }

    /** The id of the approval that waits. */
    String asked(String subject, String reason) {
        return api.post("paul", subject(subject) + "/erase", Map.of("reason", reason))
                .orFail("asking")
                .body()
                .path("request")
                .asText();
    }

    void agreed(String approval) {
        api.post("admin", api.site().tenantPath() + "/approvals/" + approval + "/approve", Map.of())
                .orFail("agreeing");
    }

    /** As the browser of somebody who has just proven a second factor. */
    JsonNode carriedOut(String subject, String approval) throws GeneralSecurityException {
        Browser browser = new Browser();
        browser.signIn(server, "paul", "paul");
        try {
            factor.prove(browser);
            Browser.Page done = browser.send(
                    "POST",
                    URI.create(server + subject(subject) + "/erase"),
                    Optional.of(Json.write(Map.of("request", approval))),
                    "Content-Type",
                    "application/json",
                    "X-Requested-With",
                    "jianmi");
            assertThat(done.status()).as(done.body()).isEqualTo(202);
            return Json.parse(done.body());
        } finally {
            factor.forget("paul");
        }
    }

    /** The erasure, ordered. */
    JsonNode ordered(String subject, String reason) throws GeneralSecurityException {
        String approval = asked(subject, reason);
        agreed(approval);
        return carriedOut(subject, approval);
    }

    JsonNode erasure(String id) {
        return api.get("paul", erasures() + "/" + id).orFail("the erasure").body();
    }

    JsonNode completed(String id) {
        for (int i = 0; i < PATIENCE; i++) {
            forgetTheKilled();
            JsonNode erasure = erasure(id);
            if (erasure.path("status").asText().equals("completed")) {
                return erasure;
            }
            Installation.pause(200);
        }
        throw new AssertionError("not completed: " + erasure(id));
    }

    /** A node that other tests killed is waited for as long as it could have held a key, which is minutes. */
    private void forgetTheKilled() {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("delete from platform.node where seen_at < now() - interval '15 seconds'");
        }
    }
}
