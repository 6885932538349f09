package io.jianmi.workflow.trial;

import java.util.List;

/**
 * What a trial has come to.
 *
 * @param starts whether the workflow would start with the record at all
 * @param status {@code open} while a step waits for its answer, {@code completed}, {@code rejected}, or {@code endless} where it went
 *     round too often
 */
record TrialCourse(boolean starts, String status, List<TrialStep> steps) {

    static final String OPEN = "open";
    static final String COMPLETED = "completed";
    static final String REJECTED = "rejected";
    static final String ENDLESS = "endless";

    TrialCourse {
        steps = List.copyOf(steps);
    }
}
