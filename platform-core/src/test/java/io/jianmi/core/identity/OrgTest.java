package io.jianmi.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.tenant.TenantKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrgTest {

    private static final MemberId ANN = new MemberId("ann");
    private static final MemberId BEN = new MemberId("ben");

    private final Org org = new Org(
            new TenantKey("demo"),
            List.of(
                    new Member(ANN, "ann", "Ann", List.of("d1"), Set.of("sales"), true),
                    new Member(BEN, "ben", "Ben", List.of("d2"), Set.of("sales"), false)),
            List.of(
                    new Department("d1", "Sales", "Sales", null, List.of(ANN, BEN)),
                    new Department("d2", "North", "Sales/North", "d1", List.of()),
                    new Department("d3", "Salesforce", "Salesforce", null, List.of())),
            Set.of("sales", "finance"));

    @Test
    void aHeadHeadsAllThatLiesBelowAndNothingBesideIt() {
        assertThat(org.actor(ANN)).get().extracting(Actor::headOf).isEqualTo(Set.of("d1", "d2"));
    }

    @Test
    void aDisabledMemberIsKnownButNeitherActsNorHeadsNorHasARole() {
        assertThat(org.member(BEN)).isPresent();
        assertThat(org.actor(BEN)).isEmpty();
        assertThat(org.headsOf("d1")).extracting(Member::id).containsExactly(ANN);
        assertThat(org.membersWithRole("sales")).extracting(Member::id).containsExactly(ANN);
    }

    @Test
    void definitionsMayCallAMemberByHisSignInNameAndHisDepartmentsByTheirPaths() {
        assertThat(org.actor(ANN).orElseThrow().called()).isEqualTo(new Called("ann", Set.of("Sales")));
    }

    @Test
    void nobodyIsCalledByANameThatLooksLikeAnId() {
        Member odd = new Member(ANN, "3f17e6ee-d5c1-581c-90f4-92ac1a0a7507", "Ann", List.of(), Set.of(), true);

        assertThat(Called.of(odd, List.of()).username()).isEmpty();
    }

    @Test
    void aRoleWithoutMembersExists() {
        assertThat(org.roles()).containsExactly("finance", "sales");
    }

    @Test
    void namesStayOutOfTexts() {
        assertThat(org.actor(ANN).orElseThrow().toString()).doesNotContain("Ann");
        assertThat(org.toString()).doesNotContain("Ann");
    }
}
