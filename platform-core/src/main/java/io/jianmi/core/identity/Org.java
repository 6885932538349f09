package io.jianmi.core.identity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.jianmi.core.tenant.TenantKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's organisation at one moment. Immutable; holders ask {@link OrgDirectory} again rather than keep it.
 * Disabled members are listed by {@link #member} and {@link #members} (their old records still name them) but are never
 * actors, never have a role and never head anything.
 */
public final class Org {

    private final TenantKey tenant;
    private final List<Member> members;
    private final List<Department> departments;
    private final Map<MemberId, Member> byId;
    private final Map<String, Member> byUsername;
    private final Map<String, Department> departmentById;
    private final Map<MemberId, Set<String>> headOf;
    private final Set<String> roles;
    private final Map<MemberId, ApiClient> clients;

    public Org(TenantKey tenant, Collection<Member> members, Collection<Department> departments, Set<String> roles) {
        this.tenant = tenant;
        this.members =
                members.stream().sorted(Comparator.comparing(Member::username)).toList();
        this.departments = departments.stream()
                .sorted(Comparator.comparing(Department::path))
                .toList();
        this.byId = this.members.stream().collect(toUnmodifiableMap(Member::id, Function.identity()));
        this.byUsername = this.members.stream().collect(toUnmodifiableMap(Member::username, Function.identity()));
        this.departmentById = this.departments.stream().collect(toUnmodifiableMap(Department::id, Function.identity()));
        this.roles = Set.copyOf(roles);
        this.headOf = territories(this.departments);
        this.clients = Map.of();
    }

    private Org(Org people, Map<MemberId, ApiClient> clients) {
        this.tenant = people.tenant;
        this.members = people.members;
        this.departments = people.departments;
        this.byId = people.byId;
        this.byUsername = people.byUsername;
        this.departmentById = people.departmentById;
        this.headOf = people.headOf;
        this.roles = people.roles;
        this.clients = clients;
    }

    /** The same people, with these API clients beside them: they act and are named, and are no members. */
    public Org with(Map<MemberId, ApiClient> clients) {
        return clients.isEmpty() ? this : new Org(this, clients);
    }

    public static Org empty(TenantKey tenant) {
        return new Org(tenant, List.of(), List.of(), Set.of());
    }

    public TenantKey tenant() {
        return tenant;
    }

    public Optional<Member> member(MemberId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The name by which answers call whoever has this id; somebody who is no member, or not any more, has only the id. */
    public String nameOf(String id) {
        return ApiClient.is(id)
                ? client(id).map(ApiClient::shown).orElse(id)
                : member(new MemberId(id)).map(Member::name).orElse(id);
    }

    private Optional<ApiClient> client(String id) {
        return Optional.ofNullable(clients.get(new MemberId(id)));
    }

    /** Whether somebody has this id who may stand where a person is named: a member, or a client. */
    public boolean knows(String id) {
        return member(new MemberId(id)).isPresent() || client(id).isPresent();
    }

    public Optional<Member> memberByName(String username) {
        return Optional.ofNullable(byUsername.get(username));
    }

    /** All members, disabled ones too, by sign-in name. */
    public List<Member> members() {
        return members;
    }

    /** All departments by path. */
    public List<Department> departments() {
        return departments;
    }

    public Optional<Department> department(String id) {
        return Optional.ofNullable(departmentById.get(id));
    }

    /** Keys of the roles that exist in this tenant, with or without members, in alphabetical order. */
    public Set<String> roles() {
        return new TreeSet<>(roles);
    }

    /** Enabled members with the role, by sign-in name. */
    public List<Member> membersWithRole(String role) {
        return members.stream()
                .filter(member -> member.enabled() && member.roles().contains(role))
                .toList();
    }

    /** Enabled members of the department itself, not of those below, by sign-in name. */
    public List<Member> membersOf(String departmentId) {
        return members.stream()
                .filter(member -> member.enabled() && member.departments().contains(departmentId))
                .toList();
    }

    /** Enabled heads of the department; empty for an unknown one. */
    public List<Member> headsOf(String departmentId) {
        return department(departmentId).map(Department::heads).orElse(List.of()).stream()
                .map(byId::get)
                .filter(member -> member != null && member.enabled())
                .toList();
    }

    /** The member or the client as an actor; empty when unknown, disabled or ended. */
    public Optional<Actor> actor(MemberId id) {
        return ApiClient.is(id.value())
                ? client(id.value()).filter(ApiClient::live).map(client -> client.actor(tenant))
                : person(id);
    }

    private Optional<Actor> person(MemberId id) {
        return member(id)
                .filter(Member::enabled)
                .map(member -> new Actor(
                                tenant,
                                id,
                                member.name(),
                                member.roles(),
                                member.departments(),
                                headOf.getOrDefault(id, Set.of()),
                                false,
                                null,
                                null)
                        .called(Called.of(member, departmentsOf(member))));
    }

    private List<Department> departmentsOf(Member member) {
        return member.departments().stream()
                .map(departmentById::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Org that
                && tenant.equals(that.tenant)
                && members.equals(that.members)
                && departments.equals(that.departments)
                && roles.equals(that.roles);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, members, departments, roles);
    }

    /** Counts only: names are personal data. */
    @Override
    public String toString() {
        return "Org[" + tenant + ", " + members.size() + " members]";
    }

    private static Map<MemberId, Set<String>> territories(List<Department> departments) {
        Map<MemberId, Set<String>> territories = new HashMap<>();
        for (Department headed : departments) {
            for (MemberId head : headed.heads()) {
                Set<String> territory = territories.computeIfAbsent(head, id -> new HashSet<>());
                for (Department below : departments) {
                    if (below.id().equals(headed.id()) || below.path().startsWith(headed.path() + "/")) {
                        territory.add(below.id());
                    }
                }
            }
        }
        return territories;
    }
}
