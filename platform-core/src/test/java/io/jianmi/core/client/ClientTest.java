package io.jianmi.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jianmi.core.identity.ClientTerms;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A client's key in time and place, what is written of a client, and how fast it may ask. */
class ClientTest {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final ApiKey NEWEST = ApiKey.of(new byte[] {1});
    private static final ApiKey FORMER = ApiKey.of(new byte[] {2});
    private static final ClientForm.Known KNOWN = new ClientForm.Known(Set.of("admin", "sales"), Set.of("contract"));

    @Test
    void aKeyCountsUntilItIsOverRolledOrRevoked() {
        assertThat(client(null, List.of()).opens(NEWEST.lookup(), NOW)).isTrue();
        assertThat(client(null, List.of()).opens(NEWEST.lookup(), NOW.plus(Duration.ofDays(30))))
                .isFalse();
        assertThat(client(null, List.of()).opens(FORMER.lookup(), NOW)).isTrue();
        assertThat(client(null, List.of()).opens(FORMER.lookup(), NOW.plus(Duration.ofHours(24))))
                .isFalse();
        assertThat(client(null, List.of()).opens(ApiKey.of(new byte[] {3}).lookup(), NOW))
                .isFalse();
        assertThat(client(NOW, List.of()).opens(NEWEST.lookup(), NOW)).isFalse();
    }

    @Test
    void itComesFromItsNetworksAlone() {
        Client bound = client(null, List.of("10.1.0.0/16", "2001:db8::/32"));

        assertThat(bound.from("10.1.2.3")).isTrue();
        assertThat(bound.from("10.2.0.1")).isFalse();
        assertThat(bound.from("2001:db8:0:0:0:0:0:1")).isTrue();
        assertThat(bound.from("somewhere")).isFalse();
        assertThat(client(null, List.of()).from("10.2.0.1")).isTrue();
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        String body = """
                {"name": " ", "roles": ["admin", "nobody"], "purpose": "spying", "ceiling": "sensitive",
                 "expiresAt": "2030-01-01T00:00:00Z", "networks": ["10.0.0.0/33"], "perMinute": 0}""";

        assertThat(wrong(body))
                .containsExactlyInAnyOrder(
                        "api-client.name /name",
                        "api-client.role-of-platform /roles/0",
                        "role.unknown /roles/1",
                        "api-client.purpose /purpose",
                        "api-client.ceiling /ceiling",
                        "api-client.expiry /expiresAt",
                        "api-client.network /networks/0",
                        "api-client.pace /perMinute");
        assertThat(
                        wrong(
                                "{\"name\": \"ERP\", \"roles\": [\"sales\"], \"purpose\": \"contract\", \"ceiling\": \"personal\"}"))
                .isEmpty();
        assertThat(wrong("{}")).contains("api-client.ceiling /ceiling", "api-client.roles /roles");
    }

    @Test
    void anExpiryThatHasPassedIsRefused() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> ClientForm.check(List.of(Finding.error("api-client.expiry", "/expiresAt"))));

        assertThat(refused.type().code()).isEqualTo("api-client.invalid");
        assertThat(wrong("""
                {"name": "ERP", "roles": ["sales"], "purpose": "contract", "ceiling": "public",
                 "expiresAt": "2026-11-27T08:00:00Z"}""")).containsExactly("api-client.expiry /expiresAt");
    }

    private static List<String> wrong(String body) {
        List<Finding> findings = new ArrayList<>();
        ClientForm form = new ClientForm(Json.parse(body), KNOWN, NOW);
        form.terms(Optional.empty(), findings);
        form.bond(findings);
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
    }

    private static Client client(@Nullable Instant revokedAt, List<String> networks) {
        return new Client(
                new UUID(0, 1),
                "ERP",
                Set.of("sales"),
                new ClientTerms(Sensitivity.PERSONAL, "contract"),
                networks,
                600,
                NOW.plus(Duration.ofDays(30)),
                new Client.Keys(NEWEST.lookup(), FORMER.lookup(), NOW.plus(Duration.ofHours(24))),
                NEWEST.hint(),
                1,
                NOW,
                "m1",
                null,
                revokedAt,
                null);
    }
}
