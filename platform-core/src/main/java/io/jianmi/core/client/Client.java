package io.jianmi.core.client;

import io.jianmi.core.identity.ApiClient;
import io.jianmi.core.identity.ClientTerms;
import io.jianmi.core.network.Network;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API client as it is stored.
 *
 * @param networks from which it may come; empty for everywhere
 * @param perMinute requests in a minute, on each node
 * @param keys what its keys hash to
 * @param hint last characters of the newest key
 * @param revision counts changes, for {@code If-Match}
 * @param lastUsed day in UTC on which its key last came
 */
record Client(
        UUID id,
        String name,
        Set<String> roles,
        ClientTerms terms,
        List<String> networks,
        int perMinute,
        Instant expiresAt,
        Keys keys,
        String hint,
        int revision,
        Instant createdAt,
        String createdBy,
        @Nullable Instant rolledAt,
        @Nullable Instant revokedAt,
        @Nullable LocalDate lastUsed) {

    Client {
        roles = Set.copyOf(roles);
        networks = List.copyOf(networks);
    }

    /**
     * SHA-256 of the key that counts, and of the one before it for as long as that counts too.
     *
     * @param former null when no other key counts
     */
    record Keys(
            ByteBuffer newest,
            @Nullable ByteBuffer former,
            @Nullable Instant formerUntil) {

        Optional<ByteBuffer> former(Instant now) {
            return formerUntil != null && now.isBefore(formerUntil) ? Optional.ofNullable(former) : Optional.empty();
        }
    }

    boolean revoked() {
        return revokedAt != null;
    }

    /** Whether it may still act. */
    boolean live(Instant now) {
        return !revoked() && now.isBefore(expiresAt);
    }

    /** Whether this hash is of a key of its that counts now. */
    boolean opens(ByteBuffer hash, Instant now) {
        return live(now)
                && (keys.newest().equals(hash)
                        || keys.former(now).filter(hash::equals).isPresent());
    }

    /** Whether it may come from this address, as it is written. */
    boolean from(String address) {
        return networks.isEmpty()
                || Network.address(address)
                        .filter(bytes ->
                                networks.stream().map(Network::parse).anyMatch(network -> network.holds(bytes)))
                        .isPresent();
    }

    ApiClient known() {
        return new ApiClient(id, name, roles, terms, !revoked());
    }

    /** Without anything of its keys. */
    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
