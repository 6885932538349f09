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

    private ProblemException(ProblemType type, Map<String, Object> params, List<Finding> findings) {
        super(type.code(), null, false, type.status() >= 500);
        this.type = type;
        this.params = Map.copyOf(params);
        this.findings = List.copyOf(findings);
    }

    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, Map.of(), List.of());
    }

    /** {@code params} hold ids, limits and keys only, never field values. */
    public static ProblemException of(ProblemType type, Map<String, Object> params) {
        return new ProblemException(type, params, List.of());
    }

    public static ProblemException of(ProblemType type, List<Finding> findings) {
        return new ProblemException(type, Map.of(), findings);
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

    public List<Finding> findings() {
        return findings;
    }
}
