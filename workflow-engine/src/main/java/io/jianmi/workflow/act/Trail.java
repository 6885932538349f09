package io.jianmi.workflow.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way of an instance through the steps that wait: human ones, and those at which the system acts by itself.
 *
 * @param visits in the order in which they were reached
 */
public record Trail(List<Visit> visits) {

    public Trail {
        visits = List.copyOf(visits);
    }

    /** Where the visit stands: people decide, they have, the token has gone on, or the instance has ended meanwhile. */
    public enum Status {
        OPEN,
        DECIDED,
        LEFT,
        CLOSED
    }

    /**
     * One arrival at a step.
     *
     * @param outcome approve, reject, return, takeBack or automation
     * @param backTo node that gets it straight back
     * @param version guards that nobody signs it meanwhile
     * @param token where it stands in the engine
     */
    public record Visit(
            UUID id,
            String node,
            Status status,
            @Nullable String outcome,
            @Nullable String backTo,
            int version,
            String token) {

        public boolean pending() {
            return status == Status.OPEN || status == Status.DECIDED;
        }

        private boolean takenBack() {
            return TAKEN_BACK.equals(outcome);
        }
    }

    private static final String TAKEN_BACK = "takeBack";

    /** The visit reached last that was not taken back from those who had it. */
    public Optional<Visit> newest() {
        return behind(visits.size(), visit -> true);
    }

    /**
     * The visit from which the newest one was reached.
     *
     * @param beside whether two nodes stand in branches that run side by side
     */
    public Optional<Visit> origin(BiPredicate<String, String> beside) {
        return newest().flatMap(
                        newest -> behind(visits.indexOf(newest), visit -> !beside.test(visit.node(), newest.node())));
    }

    private Optional<Visit> behind(int end, Predicate<Visit> which) {
        for (int i = end - 1; i >= 0; i--) {
            if (!visits.get(i).takenBack() && which.test(visits.get(i))) {
                return Optional.of(visits.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * The steps that stand before a node on the way that counts: what was passed and then walked again counts from the
     * second time on, and what was handed straight back stays where it was.
     *
     * @param start the node to which a return means to begin anew
     * @param beside whether two nodes stand in branches that run side by side
     * @return nearest last
     */
    public List<String> before(String node, String start, BiPredicate<String, String> beside) {
        List<String> way = new ArrayList<>();
        for (Visit visit : visits) {
            boolean anew = visit.node().equals(start);
            boolean handsBack = visit.backTo() != null && (anew || way.contains(visit.node()));
            if ("approve".equals(visit.outcome()) && !handsBack) {
                if (anew) {
                    way.clear();
                } else {
                    cut(way, visit.node(), beside);
                    way.add(visit.node());
                }
            }
        }
        cut(way, node, beside);
        return List.copyOf(way);
    }

    private static void cut(List<String> way, String node, BiPredicate<String, String> beside) {
        int at = way.indexOf(node);
        if (at >= 0) {
            way.subList(at, way.size()).removeIf(passed -> !beside.test(passed, node));
        }
    }
}
