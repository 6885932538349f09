package io.jianmi.core.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.ClientProblem;
import io.jianmi.core.identity.ClientTerms;
import io.jianmi.core.identity.PlatformRoles;
import io.jianmi.core.network.Network;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator writes of a client, read with all its findings at once. Pure.
 *
 * @param known what there is in the tenant
 * @param now at which it is written
 */
record ClientForm(JsonNode body, Known known, Instant now) {

    /** Highest first is never needed: what is sensitive opens by a reveal alone, and a program has nobody to answer for one. */
    static final List<Sensitivity> CEILINGS = List.of(Sensitivity.PUBLIC, Sensitivity.INTERNAL, Sensitivity.PERSONAL);

    static final Duration LONGEST = Duration.ofDays(731);
    static final Duration USUAL = Duration.ofDays(365);
    static final int USUAL_PACE = 600;

    private static final int MOST_PACE = 6_000;
    private static final int MOST_NAME = 60;
    private static final int MOST_ROLES = 10;
    private static final int MOST_NETWORKS = 20;

    /**
     * Keys that exist.
     *
     * @param roles of the tenant
     * @param purposes of the tenant
     */
    record Known(Set<String> roles, Set<String> purposes) {}

    /** What may be changed later: neither what it may see nor for what. */
    record Terms(String name, List<String> networks, int perMinute, Instant expiresAt) {}

    /** What stands for good. */
    record Bond(Set<String> roles, ClientTerms terms) {}

    Terms terms(Optional<Client> standing, List<Finding> findings) {
        return new Terms(
                body.has("name") || standing.isEmpty()
                        ? name(findings)
                        : standing.get().name(),
                body.has("networks")
                        ? networks(findings)
                        : standing.map(Client::networks).orElse(List.of()),
                body.has("perMinute")
                        ? pace(findings)
                        : standing.map(Client::perMinute).orElse(USUAL_PACE),
                body.hasNonNull("expiresAt")
                        ? expiry(findings)
                        : standing.map(Client::expiresAt).orElse(now.plus(USUAL)));
    }

    Bond bond(List<Finding> findings) {
        return new Bond(roles(findings), new ClientTerms(ceiling(findings), purpose(findings)));
    }

    /** Refuses when anything was found. */
    static void check(List<Finding> findings) {
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(ClientProblem.INVALID, findings);
        }
    }

    private String name(List<Finding> findings) {
        String name = body.path("name").asText().strip();
        if (!body.path("name").isTextual() || name.isEmpty() || name.length() > MOST_NAME) {
            findings.add(Finding.error("api-client.name", "/name", Map.of("max", MOST_NAME)));
        }
        return name;
    }

    private Set<String> roles(List<Finding> findings) {
        JsonNode sent = body.path("roles");
        if (!sent.isArray() || sent.isEmpty() || sent.size() > MOST_ROLES) {
            findings.add(Finding.error("api-client.roles", "/roles", Map.of("max", MOST_ROLES)));
            return Set.of();
        }
        Set<String> roles = new LinkedHashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String role = sent.get(i).asText();
            if (PlatformRoles.KEYS.contains(role)) {
                findings.add(Finding.error("api-client.role-of-platform", "/roles/" + i));
            } else if (!known.roles().contains(role)) {
                findings.add(Finding.error("role.unknown", "/roles/" + i));
            }
            roles.add(role);
        }
        return roles;
    }

    private String purpose(List<Finding> findings) {
        String purpose = body.path("purpose").asText();
        if (!known.purposes().contains(purpose)) {
            findings.add(Finding.error("api-client.purpose", "/purpose"));
        }
        return purpose;
    }

    private Sensitivity ceiling(List<Finding> findings) {
        Sensitivity ceiling = Sensitivity.parse(body.path("ceiling").asText());
        if (!CEILINGS.contains(ceiling)) {
            findings.add(
                    Finding.error("api-client.ceiling", "/ceiling", Map.of("expected", "public, internal, personal")));
            return Sensitivity.PUBLIC;
        }
        return ceiling;
    }

    private Instant expiry(List<Finding> findings) {
        try {
            Instant expiry = Instant.parse(body.path("expiresAt").asText());
            if (expiry.isAfter(now) && !expiry.isAfter(now.plus(LONGEST))) {
                return expiry;
            }
        } catch (DateTimeException noTime) {
            // Told below, as what is too far away.
        }
        findings.add(Finding.error("api-client.expiry", "/expiresAt", Map.of("max", LONGEST.toDays())));
        return now;
    }

    private List<String> networks(List<Finding> findings) {
        JsonNode sent = body.path("networks");
        if (!sent.isArray() || sent.size() > MOST_NETWORKS) {
            findings.add(Finding.error("api-client.networks", "/networks", Map.of("max", MOST_NETWORKS)));
            return List.of();
        }
        List<String> networks = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String network = sent.get(i).asText().strip();
            if (Network.find(network).isEmpty()) {
                findings.add(Finding.error("api-client.network", "/networks/" + i));
            }
            networks.add(network);
        }
        return networks;
    }

    private int pace(List<Finding> findings) {
        JsonNode sent = body.path("perMinute");
        if (!sent.isInt() || sent.intValue() < 1 || sent.intValue() > MOST_PACE) {
            findings.add(Finding.error("api-client.pace", "/perMinute", Map.of("max", MOST_PACE)));
            return USUAL_PACE;
        }
        return sent.intValue();
    }
}
