package io.jianmi.form.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Department;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.tenant.TenantKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupMembersTest {

    private static final MemberId ANN = new MemberId("m1");

    private final Actor ann = new Org(
                    new TenantKey("demo"),
                    List.of(new Member(ANN, "ann", "Ann", List.of("d2"), Set.of("sales"), true)),
                    List.of(
                            new Department("d1", "Sales", "Sales", null, List.of()),
                            new Department("d2", "North", "Sales/North", "d1", List.of())),
                    Set.of("sales"))
            .actor(ANN)
            .orElseThrow();

    @Test
    void aMemberIsNamedByIdOrBySignInName() {
        assertThat(members("m1").include(ann)).isTrue();
        assertThat(members("ann").include(ann)).isTrue();
        assertThat(members("Ann", "m2").include(ann)).isFalse();
    }

    @Test
    void aDepartmentIsNamedByIdOrByPathAndHoldsNobodyFromBelow() {
        assertThat(departments("d2").include(ann)).isTrue();
        assertThat(departments("Sales/North").include(ann)).isTrue();
        assertThat(departments("Sales", "d1", "North").include(ann)).isFalse();
    }

    private static GroupMembers members(String... named) {
        return new GroupMembers(Set.of(), Set.of(), Set.of(named), false, null);
    }

    private static GroupMembers departments(String... named) {
        return new GroupMembers(Set.of(), Set.of(named), Set.of(), false, null);
    }
}
