package io.jianmi.core.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * With whose eyes something is looked at.
 *
 * @param key id of the member, or key of the role
 */
public record Perspective(Kind kind, String key) {

    /** One member as he stands, or somebody who has a role and nothing else. */
    public enum Kind {
        MEMBER,
        ROLE;

        /** The word in requests and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> parse(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /** Of a body that names a {@code member} or a {@code role}; empty with a finding when it names neither, or both. */
    public static Optional<Perspective> read(JsonNode body, List<Finding> findings) {
        List<Perspective> named = Arrays.stream(Kind.values())
                .filter(kind -> body.path(kind.word()).isTextual())
                .map(kind -> new Perspective(kind, body.path(kind.word()).textValue()))
                .toList();
        if (named.size() != 1) {
            findings.add(Finding.error("perspective.one-of", "", Map.of("expected", "member, role")));
            return Optional.empty();
        }
        return Optional.of(named.get(0));
    }

    /** That person there; empty for an unknown or disabled member and for a role that does not exist. */
    public Optional<Actor> in(Org org) {
        return switch (kind) {
            case MEMBER -> org.actor(new MemberId(key));
            case ROLE ->
                org.roles().contains(key)
                        ? Optional.of(new Actor(
                                org.tenant(),
                                new MemberId("role/" + key),
                                key,
                                Set.of(key),
                                List.of(),
                                Set.of(),
                                false,
                                null,
                                null))
                        : Optional.empty();
        };
    }

    /** As {@link #in}; nobody: a finding at the name. */
    public Optional<Actor> in(Org org, List<Finding> findings) {
        Optional<Actor> actor = in(org);
        if (actor.isEmpty()) {
            findings.add(Finding.error(kind.word() + ".unknown", "/" + kind.word()));
        }
        return actor;
    }
}
