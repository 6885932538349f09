package io.jianmi.core.identity;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code GET /me}: who the caller is, and where he is a member. */
@Path("/api/v1/me")
@NonBlocking
public class MeResource {

    private static final String DEFAULT_LOCALE = "zh-CN";

    private final Callers callers;
    private final OrgDirectory directory;
    private final Tenants tenants;

    MeResource(Callers callers, OrgDirectory directory, Tenants tenants) {
        this.callers = callers;
        this.directory = directory;
        this.tenants = tenants;
    }

    /** Answer of {@code GET /me}. */
    public record Me(MemberId id, String username, String name, String locale, List<Membership> tenants) {}

    /** One tenant that the caller belongs to. */
    public record Membership(TenantKey key, Set<String> roles, List<DepartmentBrief> departments, Set<String> headOf) {}

    /** A department as others see it beside a name. */
    public record DepartmentBrief(String id, String name) {}

    @GET
    @Simulable
    public Me me() {
        MemberId id = callers.id();
        List<Membership> memberships = directory.tenants().stream()
                .filter(tenants::stands)
                .sorted(Comparator.comparing(TenantKey::value))
                .flatMap(key -> membership(key, id).stream())
                .toList();
        Optional<Member> member = directory.tenants().stream()
                .sorted(Comparator.comparing(TenantKey::value))
                .flatMap(key -> directory.of(key).member(id).stream())
                .filter(Member::enabled)
                .findFirst();
        return new Me(
                id,
                member.map(Member::username).orElse(""),
                member.map(Member::name).orElse(""),
                callers.locale().orElse(DEFAULT_LOCALE),
                memberships);
    }

    private Optional<Membership> membership(TenantKey key, MemberId id) {
        Org org = directory.of(key);
        return org.actor(id)
                .map(actor -> new Membership(
                        key,
                        new TreeSet<>(actor.roles()),
                        actor.departments().stream()
                                .flatMap(department -> org.department(department).stream())
                                .map(department -> new DepartmentBrief(department.id(), department.name()))
                                .toList(),
                        new TreeSet<>(actor.headOf())));
    }
}
