package io.jianmi.core.identity.keycloak;

import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;

@Entity
@Table(name = "member")
public class MemberRow {

    @EmbeddedId
    OrgKey key;

    @Column(name = "username")
    String username;

    @Column(name = "name")
    String name;

    @Column(name = "departments")
    String[] departments;

    @Column(name = "roles")
    String[] roles;

    @Column(name = "enabled")
    boolean enabled;

    /** For the mapper. */
    protected MemberRow() {}

    MemberRow(String tenant, Member member) {
        this.key = new OrgKey(tenant, member.id().value());
        set(member);
    }

    final void set(Member member) {
        username = member.username();
        name = member.name();
        departments = member.departments().toArray(String[]::new);
        roles = member.roles().stream().sorted().toArray(String[]::new);
        enabled = member.enabled();
    }

    Member toDomain() {
        return new Member(new MemberId(key.id()), username, name, List.of(departments), Set.of(roles), enabled);
    }
}
