package io.jianmi.bench.crash;

import java.util.List;

/**
 * What to do to whom.
 *
 * @param kills of a server process
 * @param restarts of the database, as after a crash, spread over the kills
 * @param nodes servers on one database
 * @param seed printed, so that a run can be repeated
 */
record CrashOptions(int submissions, int kills, int restarts, int nodes, long seed) {

    private static final int SUBMISSIONS = 300;
    private static final int KILLS = 30;
    private static final int MOST_SENT = 60;

    /** @param words submissions, kills, restarts of the database, servers, seed; each may be missing with those after it */
    static CrashOptions parse(List<String> words) {
        return new CrashOptions(
                (int) number(words, 0, SUBMISSIONS),
                (int) number(words, 1, KILLS),
                (int) number(words, 2, 0),
                (int) number(words, 3, 1),
                number(words, 4, System.nanoTime() % 1_000_000));
    }

    /** Whether the database is restarted instead of killing a server this time. */
    boolean database(int turn) {
        return restarts > 0 && turn % Math.max(1, turns() / restarts) == 0;
    }

    int turns() {
        return kills + restarts;
    }

    /** Records of programs and visitors: as many as approvals, yet no more visits between two kills than a form takes from one address. */
    int sendings() {
        return Math.min(submissions, MOST_SENT * Math.max(1, kills));
    }

    /** What is begun between one turn and the next, of so many. */
    int share(int all) {
        return (all + turns() - 1) / Math.max(1, turns());
    }

    private static long number(List<String> words, int at, long otherwise) {
        return words.size() > at ? Long.parseLong(words.get(at)) : otherwise;
    }
}
