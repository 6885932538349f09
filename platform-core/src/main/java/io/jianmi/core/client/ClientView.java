package io.jianmi.core.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jianmi.core.identity.Org;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client as administrators see it.
 *
 * @param status {@code live}, {@code expired} or {@code revoked}
 * @param hint last characters of its newest key
 * @param formerUntil until when the key before it counts too; null for none
 * @param key the whole key, in the answer to its making alone
 */
record ClientView(
        UUID id,
        String name,
        List<String> roles,
        String purpose,
        String ceiling,
        List<String> networks,
        int perMinute,
        String status,
        String hint,
        int version,
        Instant createdAt,
        Person createdBy,
        Instant expiresAt,
        @Nullable Instant rolledAt,
        @Nullable Instant formerUntil,
        @Nullable Instant revokedAt,
        @Nullable LocalDate lastUsed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {

    /** Who made it; the name is the present one. */
    record Person(String id, String name) {}

    static ClientView of(Client client, Org org, Instant now, @Nullable ApiKey key) {
        Client.Keys keys = client.keys();
        return new ClientView(
                client.id(),
                client.name(),
                client.roles().stream().sorted().toList(),
                client.terms().purpose(),
                client.terms().ceiling().key(),
                client.networks(),
                client.perMinute(),
                client.revoked() ? "revoked" : client.live(now) ? "live" : "expired",
                client.hint(),
                client.revision(),
                client.createdAt(),
                new Person(client.createdBy(), org.nameOf(client.createdBy())),
                client.expiresAt(),
                client.rolledAt(),
                keys.former(now).isPresent() ? keys.formerUntil() : null,
                client.revokedAt(),
                client.lastUsed(),
                key == null ? null : key.reveal());
    }

    /** Newest first; {@code next} is null on the last page. */
    record Page(List<ClientView> items, @Nullable String next) {}
}
