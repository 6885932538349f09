package io.jianmi.core.privacy.identifier;

import java.util.Optional;

/**
 * Outcome of a check; exactly one part is present.
 *
 * @param normalized the normal form of a valid identifier
 * @param reason why it is not valid; holds nothing of the value
 */
public record Verdict(Optional<String> normalized, Optional<Reason> reason) {

    public Verdict {
        if (normalized.isPresent() == reason.isPresent()) {
            throw new IllegalArgumentException("either valid or refused for a reason");
        }
    }

    static Verdict valid(String normalized) {
        return new Verdict(Optional.of(normalized), Optional.empty());
    }

    static Verdict refused(Reason reason) {
        return new Verdict(Optional.empty(), Optional.of(reason));
    }

    public boolean valid() {
        return normalized.isPresent();
    }
}
