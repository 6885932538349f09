package io.jianmi.core.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A member's id: the {@code sub} of his tokens (OpenID Connect Core, 2). Opaque, stable, never reassigned. */
public record MemberId(@JsonValue String value) implements Comparable<MemberId> {

    private static final int MAX_LENGTH = 255;

    /** The system itself, for what no person did; no token can carry it. */
    public static final MemberId SYSTEM = new MemberId("system");

    /** Whoever fills in a public form without having said who he is; no token can carry it. */
    public static final MemberId VISITOR = new MemberId("public");

    @JsonCreator
    public MemberId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("not a member id");
        }
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
