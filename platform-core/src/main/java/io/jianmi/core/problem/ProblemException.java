package io.jianmi.core.problem;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ends a request with a problem. Carries no stack trace below status 500: an expected refusal is not worth one.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Set<Integer> DENIALS = Set.of(401, 403, 404, 429);

    private final transient ProblemType type;
    private final transient Map<String, Object> params;
    private final transient List<Finding> findings;
    private final transient Map<String, Object> shown;

    private ProblemException(
            ProblemType type, Map<String, Object> params, List<Finding> findings, Map<String, Object> shown) {
        super(type.code(), null, false, type.status() >= 500);
        this.type = type;
        this.params = Map.copyOf(params);
        this.findings = List.copyOf(findings);
        this.shown = Map.copyOf(shown);
    }

    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, Map.of(), List.of(), Map.of());
    }

    /** {@code params} hold ids, limits and keys only, never field values. */
    public static ProblemException of(ProblemType type, Map<String, Object> params) {
        return new ProblemException(type, params, List.of(), Map.of());
    }

    public static ProblemException of(ProblemType type, List<Finding> findings) {
        return new ProblemException(type, Map.of(), findings, Map.of());
    }

    /**
     * One that shows something besides.
     *
     * @param shown members of the body, decided under the caller's access as any answer is; no log and no other caller gets them
     */
    public static ProblemException showing(ProblemType type, Map<String, Object> params, Map<String, Object> shown) {
        return new ProblemException(type, params, List.of(), shown);
    }

    public ProblemType type() {
        return type;
    }

    /** Whether it refuses for want of a right or of a budget, existence that is none of the caller's business included. */
    public boolean denies() {
        return DENIALS.contains(type.status());
    }

    public Map<String, Object> params() {
        return params;
    }

    public Map<String, Object> shown() {
        return shown;
    }

    public List<Finding> findings() {
        return findings;
    }
}
