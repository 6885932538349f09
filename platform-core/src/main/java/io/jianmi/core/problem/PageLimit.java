package io.jianmi.core.problem;

import java.util.Map;

/** How many items of a list one may ask for at once. */
public final class PageLimit {

    private static final int MOST = 200;

    private PageLimit() {}

    /** Refuses a number that is none of 1 to 200. */
    public static void check(int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "limit", "max", MOST));
        }
    }
}
