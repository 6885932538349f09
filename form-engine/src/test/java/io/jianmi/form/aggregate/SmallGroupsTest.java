package io.jianmi.form.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {

    private static final int SMALLEST = 5;

    @Test
    void groupsOfEnoughPeopleAreTold() {
        List<Group> groups = groups(5, 9, 100);

        assertThat(SmallGroups.of(groups, 1, false, SMALLEST)).isEqualTo(new SmallGroups.Told(groups, false));
    }

    /** Else the group that is missing could be told from a total. */
    @Test
    void theSmallestOfTheOthersGoesWithAGroupOfFewPeople() {
        assertThat(SmallGroups.of(groups(4, 9, 7, 100), 1, false, SMALLEST).groups())
                .containsExactly(group(9), group(100));
        assertThat(SmallGroups.of(groups(1, 6), 1, false, SMALLEST)).isEqualTo(new SmallGroups.Told(List.of(), true));
    }

    /** What was not asked for may be a group of one. */
    @Test
    void theSmallestGoesAlsoWhereThereAreMoreGroups() {
        assertThat(SmallGroups.of(groups(9, 7), 1, true, SMALLEST)).isEqualTo(new SmallGroups.Told(groups(9), true));
    }

    @Test
    void ofTwoDimensionsOneSmallGroupWithholdsAll() {
        assertThat(SmallGroups.of(groups(9, 4), 2, false, SMALLEST)).isEqualTo(new SmallGroups.Told(List.of(), true));
        assertThat(SmallGroups.of(groups(9, 7), 2, false, SMALLEST).groups()).hasSize(2);
    }

    @Test
    void whatTheReaderCouldListHimselfIsNoSecretToHim() {
        List<Group> seen = groups(0, 0);

        assertThat(SmallGroups.of(seen, 1, true, SMALLEST)).isEqualTo(new SmallGroups.Told(seen, false));
        assertThat(SmallGroups.of(groups(0, 3, 8), 1, false, SMALLEST).groups()).containsExactly(group(0));
    }

    /** Whatever groups there are: those told are large, and of those left out together enough people are among them, or none is told. */
    @Test
    void whatIsLeftOutIsNeverAGroupOfFewPeople() {
        for (int sizes = 1; sizes < 1 << 9; sizes++) {
            List<Group> groups = groups(sizes & 7, sizes >> 3 & 7, sizes >> 6 & 7);
            SmallGroups.Told told = SmallGroups.of(groups, 1, false, SMALLEST);
            assertThat(told.groups()).allMatch(group -> group.unseen() == 0 || group.unseen() >= SMALLEST);
            long left = groups.stream().mapToLong(Group::unseen).sum()
                    - told.groups().stream().mapToLong(Group::unseen).sum();
            boolean unseen = told.groups().stream().anyMatch(group -> group.unseen() > 0);
            assertThat(left == 0 || left >= SMALLEST || !unseen)
                    .as("%s", groups)
                    .isTrue();
        }
    }

    private static List<Group> groups(int... unseen) {
        return IntStream.of(unseen).mapToObj(SmallGroupsTest::group).toList();
    }

    private static Group group(int unseen) {
        return new Group(List.of(Optional.of("k" + unseen)), List.of(Optional.of("1")), unseen);
    }
}
