package io.jianmi.core.identity;

import io.jianmi.core.tenant.TenantKey;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A program that acts in a tenant under terms of its own.
 *
 * @param name as its administrator calls it
 * @param live false: it may do nothing any more, and only names what it once did
 */
public record ApiClient(UUID id, String name, Set<String> roles, ClientTerms terms, boolean live) {

    /** What the ids of clients begin with; no provider gives a person such a one. */
    private static final String PREFIX = "client/";

    private static final String SHOWN = "API · ";

    public ApiClient {
        roles = Set.copyOf(roles);
    }

    /** Its id wherever a member's would stand. */
    public MemberId actorId() {
        return actorId(id);
    }

    public static MemberId actorId(UUID id) {
        return new MemberId(PREFIX + id);
    }

    /** Whether this id is that of a client. */
    public static boolean is(String actor) {
        return actor.startsWith(PREFIX);
    }

    /** How answers name it: nobody takes it for a person. */
    String shown() {
        return SHOWN + name;
    }

    /** It as an actor: with its roles, in no department. */
    public Actor actor(TenantKey tenant) {
        return new Actor(
                tenant,
                actorId(),
                shown(),
                roles,
                List.of(),
                Set.of(),
                Called.NOTHING,
                false,
                null,
                null,
                null,
                null,
                terms);
    }
}
