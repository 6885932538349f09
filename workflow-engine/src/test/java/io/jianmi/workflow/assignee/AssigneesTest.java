package io.jianmi.workflow.assignee;

import static io.jianmi.workflow.testing.TestOrg.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.Org;
import io.jianmi.workflow.assignee.AssigneeFacts.Values;
import io.jianmi.workflow.assignee.AssigneeRule.Departments;
import io.jianmi.workflow.assignee.AssigneeRule.Field;
import io.jianmi.workflow.assignee.AssigneeRule.HeadOf;
import io.jianmi.workflow.assignee.AssigneeRule.Members;
import io.jianmi.workflow.assignee.AssigneeRule.Previous;
import io.jianmi.workflow.assignee.AssigneeRule.Roles;
import io.jianmi.workflow.assignee.Assignees.Found;
import io.jianmi.workflow.assignee.Assignees.Via;
import io.jianmi.workflow.testing.TestOrg;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssigneesTest {

    private final Org org = TestOrg.demo();

    @Test
    void headOfTheInitiatorIsTheHeadOfHisFirstDepartment() {
        assertThat(find(headOf(1), by("sam"))).isEqualTo(found(Via.RULE, "mia"));
        assertThat(find(headOf(1), by("sue"))).isEqualTo(found(Via.RULE, "max"));
    }

    @Test
    void whoHeadsTheDepartmentHimselfGetsTheNextHeadUp() {
        assertThat(find(headOf(1), by("mia"))).isEqualTo(found(Via.RULE, "dina"));
    }

    @Test
    void aboveTheTopTheSecondChoiceDecides() {
        Assignment rule =
                new Assignment(new HeadOf("initiator", 1), Optional.of(new Roles(List.of("sales-manager"))), false);
        assertThat(find(rule, by("dina"))).isEqualTo(found(Via.OTHERWISE, "max", "mia"));
    }

    @Test
    void severalLevelsGiveTheChainOfHeads() {
        assertThat(find(headOf(2), by("sam"))).isEqualTo(found(Via.RULE, "mia", "dina"));
    }

    @Test
    void headOfADepartmentFieldReadsTheRecord() {
        assertThat(find(Assignment.of(new HeadOf("department", 1)), by("sam", "south")))
                .isEqualTo(found(Via.RULE, "max"));
    }

    @Test
    void disabledMembersAreNeverAssigned() {
        assertThat(find(Assignment.of(new Roles(List.of("risk"))), by("sam")))
                .isEqualTo(found(Via.RULE, "rick", "rose"));
        assertThat(find(Assignment.of(new Members(List.of("gone"))), by("sam"))).isEqualTo(found(Via.ADMIN, "admin"));
    }

    @Test
    void membersAreNamedByIdOrSignInNameAndComeOnce() {
        assertThat(find(Assignment.of(new Members(List.of("fay", "fay-id", "rick"))), by("sam")))
                .isEqualTo(found(Via.RULE, "fay", "rick"));
    }

    @Test
    void departmentsAreNamedByIdOrPathAndDoNotReachBelow() {
        assertThat(find(Assignment.of(new Departments(List.of("Sales/North", "sales"))), by("sue")))
                .isEqualTo(found(Via.RULE, "mia", "sam", "dina"));
    }

    @Test
    void aMemberFieldNamesTheAssignee() {
        assertThat(find(Assignment.of(new Field("owner")), by("sam", "sue-id"))).isEqualTo(found(Via.RULE, "sue"));
    }

    @Test
    void thePreviousHandlersChoiceIsTaken() {
        AssigneeFacts facts = new AssigneeFacts(id("sam"), Set.of(), List.of(id("fay")), Values.none());
        assertThat(find(Assignment.of(new Previous()), facts)).isEqualTo(found(Via.RULE, "fay"));
    }

    @Test
    void excludedPeopleAreLeftOut() {
        AssigneeFacts facts = new AssigneeFacts(id("rick"), Set.of(id("rick")), List.of(), Values.none());
        assertThat(find(Assignment.of(new Roles(List.of("risk"))), facts)).isEqualTo(found(Via.RULE, "rose"));
    }

    @Test
    void nobodyMeansTheAdministratorsUnlessTheNodeMayBeSkipped() {
        Roles empty = new Roles(List.of("empty"));
        assertThat(find(Assignment.of(empty), by("sam"))).isEqualTo(found(Via.ADMIN, "admin"));
        assertThat(find(new Assignment(empty, Optional.empty(), true), by("sam")))
                .isEqualTo(found(Via.SKIP));
    }

    @Test
    void anExcludedAdministratorIsBetterThanAStuckRecord() {
        AssigneeFacts facts = new AssigneeFacts(id("admin"), Set.of(id("admin")), List.of(), Values.none());
        assertThat(find(Assignment.of(new Roles(List.of("empty"))), facts)).isEqualTo(found(Via.ADMIN, "admin"));
    }

    private Found find(Assignment assignment, AssigneeFacts facts) {
        return Assignees.find(assignment, org, facts);
    }

    private static Assignment headOf(int levels) {
        return Assignment.of(new HeadOf("initiator", levels));
    }

    private static AssigneeFacts by(String initiator, String... fieldValues) {
        return new AssigneeFacts(id(initiator), Set.of(), List.of(), new Values() {
            @Override
            public List<String> ids(String field) {
                return List.of(fieldValues);
            }

            @Override
            public List<String> evaluate(String expression) {
                return List.of();
            }
        });
    }

    private static Found found(Via via, String... usernames) {
        return new Found(Stream.of(usernames).map(TestOrg::id).toList(), via);
    }
}
