package io.jianmi.form.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Leaves out of an answer the groups of so few people that a figure is as good as a record (privacy.md 5.6). */
public final class SmallGroups {

    private SmallGroups() {}

    /**
     * What is told.
     *
     * @param some whether something is left out
     */
    public record Told(List<Group> groups, boolean some) {}

    /**
     * Of one dimension the groups that are left out stand together, and the smallest of the others goes with them, so that what is missing
     * from a total known elsewhere is again a group of enough people. Of two, sums along both would have to be kept from solving each
     * other, so one small group withholds all.
     *
     * @param more whether there are groups that were not asked for
     * @param smallest least number of people of a group that is told
     */
    public static Told of(List<Group> groups, int dimensions, boolean more, int smallest) {
        List<Group> large = new ArrayList<>(
                groups.stream().filter(group -> enough(group, smallest)).toList());
        if (large.size() == groups.size() && (!more || hidesNothing(groups))) {
            return new Told(groups, false);
        }
        if (dimensions > 1) {
            return new Told(List.of(), true);
        }
        large.stream()
                .filter(group -> group.unseen() > 0)
                .min(Comparator.comparingLong(Group::unseen))
                .ifPresent(large::remove);
        return new Told(large, true);
    }

    /** A group that he could list is no secret to him, and that there is nobody says nothing of anybody. */
    private static boolean enough(Group group, int smallest) {
        return group.unseen() == 0 || group.unseen() >= smallest;
    }

    private static boolean hidesNothing(List<Group> groups) {
        return groups.stream().allMatch(group -> group.unseen() == 0);
    }
}
