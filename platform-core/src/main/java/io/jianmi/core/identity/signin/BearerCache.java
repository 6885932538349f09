package io.jianmi.core.identity.signin;

import io.jianmi.core.crypto.Sha256;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Bearer tokens whose signature was checked a moment ago, by the token's SHA-256. Never longer than the token itself
 * lives. Whether the member still may act is asked of the organisation at every request, so nothing is lost by it.
 * Thread-safe.
 */
@ApplicationScoped
public class BearerCache {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST = 20_000;

    private record Verified(SecurityIdentity identity, Instant until) {}

    private final InstantSource clock;
    private final Map<ByteBuffer, Verified> verified = new ConcurrentHashMap<>();

    BearerCache(InstantSource clock) {
        this.clock = clock;
    }

    Optional<SecurityIdentity> find(String token) {
        Verified known = verified.get(digest(token));
        return known != null && clock.instant().isBefore(known.until())
                ? Optional.of(known.identity())
                : Optional.empty();
    }

    /** Remembers who the token speaks for, without the request that brought it and without the token's own roles. */
    SecurityIdentity remember(String token, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return identity;
        }
        SecurityIdentity slim =
                QuarkusSecurityIdentity.builder().setPrincipal(claims).build();
        Instant expiry = Instant.ofEpochSecond(claims.getExpirationTime());
        Instant longest = clock.instant().plus(LONGEST);
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(digest(token), new Verified(slim, expiry.isBefore(longest) ? expiry : longest));
        return slim;
    }

    private static ByteBuffer digest(String token) {
        return ByteBuffer.wrap(Sha256.of(token.getBytes(StandardCharsets.US_ASCII)));
    }
}
