package io.jianmi.core.identity.keycloak;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.jianmi.core.identity.Department;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.Org;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.Waiting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the mirrored organisations, so that a server starts without waiting for Keycloak. Blocks: call on a worker. */
@ApplicationScoped
public class OrgStore {

    private final Mutiny.SessionFactory sessions;
    private final InstantSource clock;

    OrgStore(Mutiny.SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    List<Org> load() {
        List<String> tenants = Waiting.on(() -> sessions.withTransaction(
                session -> session.createNativeQuery("select key from platform.tenant order by key", String.class)
                        .getResultList()));
        List<Org> orgs = new ArrayList<>();
        for (String tenant : tenants) {
            orgs.add(Waiting.on(() -> sessions.withTransaction(
                    session -> inTenant(session, tenant).chain(() -> load(session, new TenantKey(tenant))))));
        }
        return orgs;
    }

    /** Brings the stored rows to the snapshot; two nodes at once take turns. */
    void save(Org org) {
        String tenant = org.tenant().value();
        Waiting.on(() -> sessions.withTransaction(session -> inTenant(session, tenant)
                .chain(() -> saveMembers(session, org))
                .chain(() -> saveDepartments(session, org))
                .chain(() -> saveRoles(session, org))
                .chain(() -> session.merge(new OrganisationRow(tenant, clock.instant())))));
    }

    private static Uni<Object> inTenant(Mutiny.Session session, String tenant) {
        return session.createNativeQuery(
                        "select set_config('jianmi.tenant', :tenant, true),"
                                + " pg_advisory_xact_lock(hashtextextended('organisation:' || :tenant, 0))",
                        Object.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }

    private static Uni<Org> load(Mutiny.Session session, TenantKey key) {
        return members(session, key.value())
                .chain(members -> departments(session, key.value())
                        .chain(departments -> roles(session, key.value())
                                .map(roles -> new Org(
                                        key,
                                        members.stream()
                                                .map(MemberRow::toDomain)
                                                .toList(),
                                        departments.stream()
                                                .map(DepartmentRow::toDomain)
                                                .toList(),
                                        roles.stream().map(row -> row.key.key()).collect(toSet())))));
    }

    private static Uni<Void> saveMembers(Mutiny.Session session, Org org) {
        return members(session, org.tenant().value()).chain(rows -> {
            Map<String, MemberRow> old = rows.stream().collect(toMap(row -> row.key.id(), Function.identity()));
            List<Object> made = new ArrayList<>();
            for (Member member : org.members()) {
                MemberRow row = old.remove(member.id().value());
                if (row == null) {
                    made.add(new MemberRow(org.tenant().value(), member));
                } else if (!row.toDomain().equals(member)) {
                    row.set(member);
                }
            }
            return session.removeAll(old.values().toArray()).chain(() -> session.persistAll(made.toArray()));
        });
    }

    private static Uni<Void> saveDepartments(Mutiny.Session session, Org org) {
        return departments(session, org.tenant().value()).chain(rows -> {
            Map<String, DepartmentRow> old = rows.stream().collect(toMap(row -> row.key.id(), Function.identity()));
            List<Object> made = new ArrayList<>();
            for (Department department : org.departments()) {
                DepartmentRow row = old.remove(department.id());
                if (row == null) {
                    made.add(new DepartmentRow(org.tenant().value(), department));
                } else if (!row.toDomain().equals(department)) {
                    row.set(department);
                }
            }
            return session.removeAll(old.values().toArray()).chain(() -> session.persistAll(made.toArray()));
        });
    }

    private static Uni<Void> saveRoles(Mutiny.Session session, Org org) {
        return roles(session, org.tenant().value()).chain(rows -> {
            Set<String> known = rows.stream().map(row -> row.key.key()).collect(toSet());
            Object[] gone = rows.stream()
                    .filter(row -> !org.roles().contains(row.key.key()))
                    .toArray();
            Object[] made = org.roles().stream()
                    .filter(role -> !known.contains(role))
                    .map(role -> new RoleRow(new RoleKey(org.tenant().value(), role)))
                    .toArray();
            return session.removeAll(gone).chain(() -> session.persistAll(made));
        });
    }

    private static Uni<List<MemberRow>> members(Mutiny.Session session, String tenant) {
        return session.createQuery("from MemberRow where key.tenant = :tenant", MemberRow.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    private static Uni<List<DepartmentRow>> departments(Mutiny.Session session, String tenant) {
        return session.createQuery("from DepartmentRow where key.tenant = :tenant", DepartmentRow.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    private static Uni<List<RoleRow>> roles(Mutiny.Session session, String tenant) {
        return session.createQuery("from RoleRow where key.tenant = :tenant", RoleRow.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }
}
