package io.jianmi.core.identity;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The mirrored organisation of a tenant, for its members. */
@Path("/api/v1/tenants/{tenant}")
@NonBlocking
public class OrgResource {

    private final Callers callers;
    private final OrgDirectory directory;

    OrgResource(Callers callers, OrgDirectory directory) {
        this.callers = callers;
        this.directory = directory;
    }

    /** One page; {@code next} is null on the last. */
    public record Page<T>(List<T> items, @Nullable String next) {}

    /** A member as colleagues see him; no address, no telephone number. */
    public record MemberView(
            MemberId id, String username, String name, List<String> departments, Set<String> roles, boolean enabled) {

        static MemberView of(Member member) {
            return new MemberView(
                    member.id(),
                    member.username(),
                    member.name(),
                    member.departments(),
                    new TreeSet<>(member.roles()),
                    member.enabled());
        }
    }

    /** A role and how many enabled members have it. */
    public record RoleView(String key, int members) {}

    @GET
    @Simulable
    @Path("members")
    public Page<MemberView> members(
            @PathParam("tenant") String tenant,
            @QueryParam("search") @Nullable String search,
            @QueryParam("department") @Nullable String department,
            @QueryParam("role") @Nullable String role,
            @QueryParam("enabled") @Nullable Boolean enabled,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after) {
        Org org = org(tenant);
        MemberFilter wanted = new MemberFilter(search, department, role, enabled);
        return page(
                org.members().stream()
                        .filter(wanted::admits)
                        .map(MemberView::of)
                        .toList(),
                MemberView::username,
                limit,
                after);
    }

    /** One member; whoever is none here is missing. */
    @GET
    @Simulable
    @Path("members/{id}")
    public MemberView member(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return org(tenant).members().stream()
                .filter(member -> member.id().value().equals(id))
                .findFirst()
                .map(MemberView::of)
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }

    @GET
    @Simulable
    @Path("departments")
    public Page<Department> departments(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after) {
        return page(org(tenant).departments(), Department::path, limit, after);
    }

    @GET
    @Simulable
    @Path("roles")
    public Page<RoleView> roles(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after) {
        Org org = org(tenant);
        return page(
                org.roles().stream()
                        .map(role ->
                                new RoleView(role, org.membersWithRole(role).size()))
                        .toList(),
                RoleView::key,
                limit,
                after);
    }

    private Org org(String tenant) {
        return directory.of(callers.in(tenant).tenant());
    }

    /** The lists are sorted by their key, so the cursor is the last key shown. */
    private static <T> Page<T> page(List<T> all, Function<T, String> key, int limit, @Nullable String after) {
        PageLimit.check(limit);
        List<T> rest = after == null
                ? all
                : all.stream()
                        .filter(item -> key.apply(item).compareTo(after) > 0)
                        .toList();
        List<T> items = rest.subList(0, Math.min(limit, rest.size()));
        return new Page<>(items, rest.size() > limit ? key.apply(items.get(items.size() - 1)) : null);
    }
}
