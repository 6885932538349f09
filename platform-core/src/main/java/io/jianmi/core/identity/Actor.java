package io.jianmi.core.identity;

import io.jianmi.core.tenant.TenantKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something in a tenant: a member as he stands at this moment, an API client, the system itself, or a visitor of a public form.
 *
 * @param roles keys of his roles in this tenant
 * @param departments ids of his departments, the main one first
 * @param headOf ids of the departments that he heads and of all below them
 * @param called how definitions may name him and his departments instead of by id
 * @param system true for what no person did (relay, schedule, seed)
 * @param acr how strongly he was authenticated ({@code acr} of OpenID Connect), null when unknown
 * @param authenticatedAt when he last proved who he is ({@code auth_time}), null when unknown
 * @param request id of the request in which he acts, null outside one
 * @param viewer who looks as this actor and answers for it, null when nobody does
 * @param terms what binds it where it is an API client, null for whoever is none
 */
public record Actor(
        TenantKey tenant,
        MemberId id,
        String name,
        Set<String> roles,
        List<String> departments,
        Set<String> headOf,
        Called called,
        boolean system,
        @Nullable String acr,
        @Nullable Instant authenticatedAt,
        @Nullable String request,
        @Nullable Actor viewer,
        @Nullable ClientTerms terms) {

    /** Levels that Keycloak writes for a fresh second factor: by the map of levels, and without one. */
    private static final Set<String> STRONG = Set.of("mfa", "2");

    public Actor {
        roles = Set.copyOf(roles);
        departments = List.copyOf(departments);
        headOf = Set.copyOf(headOf);
    }

    /** Somebody outside a request. */
    public Actor(
            TenantKey tenant,
            MemberId id,
            String name,
            Set<String> roles,
            List<String> departments,
            Set<String> headOf,
            boolean system,
            @Nullable String acr,
            @Nullable Instant authenticatedAt) {
        this(
                tenant,
                id,
                name,
                roles,
                departments,
                headOf,
                Called.NOTHING,
                system,
                acr,
                authenticatedAt,
                null,
                null,
                null);
    }

    public static Actor system(TenantKey tenant) {
        return new Actor(tenant, MemberId.SYSTEM, "system", Set.of(), List.of(), Set.of(), true, null, null);
    }

    /** Whoever fills in a public form: nobody knows who he is, so there is one of him in each tenant. */
    public static Actor visitor(TenantKey tenant) {
        return new Actor(tenant, MemberId.VISITOR, "public", Set.of(), List.of(), Set.of(), false, null, null);
    }

    /** Whether nobody knows who this is. */
    public boolean visiting() {
        return id.equals(MemberId.VISITOR);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public Optional<String> department() {
        return departments.isEmpty() ? Optional.empty() : Optional.of(departments.get(0));
    }

    /** Authentication context class (OpenID Connect Core, 2), empty when the token named none. */
    public Optional<String> authenticationClass() {
        return Optional.ofNullable(acr);
    }

    /** Whether he has just proven who he is with a second factor. */
    public boolean steppedUp() {
        return acr != null && STRONG.contains(acr);
    }

    /** The moment of the last authentication, empty when the token named none. */
    public Optional<Instant> authTime() {
        return Optional.ofNullable(authenticatedAt);
    }

    /** The same actor with what the token says of his authentication. */
    public Actor authenticated(@Nullable String acr, @Nullable Instant at) {
        return new Actor(tenant, id, name, roles, departments, headOf, called, system, acr, at, request, viewer, terms);
    }

    /** This actor as somebody sees him who looks as he: for reading alone, and never more than both of them. */
    public Actor seenBy(Actor looking) {
        return new Actor(tenant, id, name, roles, departments, headOf, called, false, null, null, null, looking, terms);
    }

    /** Whether somebody else looks as this actor. */
    public boolean simulated() {
        return viewer != null;
    }

    /** Who answers for what is done: whoever looks, else the actor himself. */
    public Actor accountable() {
        return viewer == null ? this : viewer;
    }

    /** What binds it where it is an API client; empty for everybody else. */
    public Optional<ClientTerms> clientTerms() {
        return Optional.ofNullable(terms);
    }

    /** The same actor, and what definitions may call him by. */
    Actor called(Called called) {
        return new Actor(
                tenant,
                id,
                name,
                roles,
                departments,
                headOf,
                called,
                system,
                acr,
                authenticatedAt,
                request,
                viewer,
                terms);
    }

    /** The same actor in a request. */
    public Actor in(String request) {
        return new Actor(
                tenant,
                id,
                name,
                roles,
                departments,
                headOf,
                called,
                system,
                acr,
                authenticatedAt,
                request,
                viewer,
                terms);
    }

    /** Ids only: names are personal data. */
    @Override
    public String toString() {
        return "Actor[" + tenant + "/" + id + "]";
    }
}
