package io.jianmi.bench.crash;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One record on its way through the workflow, and what the server acknowledged of it. Used by one worker at a time, read
 * by the verdict after all have ended.
 */
final class Submission {

    /** How a decision ended as the client saw it. */
    enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        LOST
    }

    private final int number;
    private final long seed;
    private final Map<Step, Map<Outcome, Integer>> outcomes = new HashMap<>();
    private final Map<Step, Set<String>> tasks = new HashMap<>();
    private String id = "";
    private volatile boolean completed;

    Submission(int number, long seed) {
        this.number = number;
        this.seed = seed;
    }

    /** Every third one is large and takes the longer way. */
    long amount() {
        return number % 3 == 0 ? 250_000 + number : 1000 + number;
    }

    List<Step> steps() {
        return Step.of(amount());
    }

    /** The same for every try to create this record, so that it exists once. */
    String idempotencyKey() {
        return "crash-" + Long.toHexString(seed) + "-" + number;
    }

    Map<String, Object> data() {
        return Map.of(
                "name", "赵试" + number,
                "mobile", "139" + String.format(Locale.ROOT, "%08d", Math.floorMod(seed * 1000 + number, 100_000_000L)),
                "amount", amount() + ".00");
    }

    void created(String newId) {
        id = newId;
    }

    String id() {
        return id;
    }

    boolean exists() {
        return !id.isEmpty();
    }

    void complete() {
        completed = true;
    }

    boolean completed() {
        return completed;
    }

    /** The tasks that this step's actor was seen to have: one, if nothing is done twice. */
    Set<String> tasks(Step step) {
        return tasks.computeIfAbsent(step, unused -> new TreeSet<>());
    }

    void note(Step step, Outcome outcome) {
        outcomes.computeIfAbsent(step, unused -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
    }

    int count(Step step, Outcome outcome) {
        return outcomes.getOrDefault(step, Map.of()).getOrDefault(outcome, 0);
    }
}
