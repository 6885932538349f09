package io.jianmi.core.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one member asked that a second one must agree to, as it is stored.
 *
 * @param kind a key of an {@link ApprovalKind}
 * @param expiresAt when it lapses: undecided, or agreed to and not used
 * @param approvers keys of the roles one of whose members decides
 * @param terms what the kind wants to remember, as JSON: keys and numbers, never a value
 * @param decision null while nobody has decided
 * @param endedAt when what it was asked for was over, such as its task; null while it is not
 */
public record Approval(
        UUID id,
        String kind,
        MemberId asker,
        Instant askedAt,
        Instant expiresAt,
        Set<String> approvers,
        Target target,
        String terms,
        Sealed reason,
        Status status,
        @Nullable Decision decision,
        @Nullable Instant endedAt) {

    /** How it stands; that it has lapsed is known by the clock alone. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        USED
    }

    /**
     * What it is about.
     *
     * @param object as audit entries name it
     * @param version of the record, 0 where there is none
     * @param task within which it was asked
     * @param subject whose keys seal what people write
     */
    public record Target(
            String object,
            @Nullable String form,
            @Nullable UUID record,
            int version,
            @Nullable UUID task,
            UUID subject) {}

    /** @param roles by which he decided */
    public record Decision(
            MemberId by,
            Instant at,
            Set<String> roles,
            @Nullable Sealed remark) {

        public Decision {
            roles = Set.copyOf(roles);
        }
    }

    /** What somebody wrote, under the keys of the person whom it may be about. */
    public record Sealed(byte[] bytes) {}

    public Approval {
        approvers = Set.copyOf(approvers);
    }

    public JsonNode parsedTerms() {
        return Json.parse(terms);
    }

    public Optional<UUID> task() {
        return Optional.ofNullable(target.task());
    }

    /** Those of these roles by which one may decide. */
    Set<String> entitled(Set<String> roles) {
        Set<String> both = new HashSet<>(approvers);
        both.retainAll(roles);
        return both;
    }

    /** Whether he agreed, or refused, by one of these roles. */
    public boolean decidedBy(Set<String> roles) {
        return decision != null && decision.roles().stream().anyMatch(roles::contains);
    }

    Approval decided(Status word, Decision how, Instant until) {
        return new Approval(id, kind, asker, askedAt, until, approvers, target, terms, reason, word, how, endedAt);
    }

    Approval as(Status word) {
        return new Approval(
                id, kind, asker, askedAt, expiresAt, approvers, target, terms, reason, word, decision, endedAt);
    }

    /** All but what people wrote, which is bound by its own keys, and its end, which only takes away. */
    List<Object> signed() {
        return List.of(
                id.toString(),
                kind,
                asker.value(),
                askedAt.toString(),
                expiresAt.toString(),
                String.join(",", approvers.stream().sorted().toList()),
                target.object(),
                String.valueOf(target.version()),
                String.valueOf(target.task()),
                target.subject().toString(),
                terms,
                status.name(),
                decision == null ? "" : decision.by().value(),
                decision == null ? "" : decision.at().toString(),
                decision == null
                        ? ""
                        : String.join(",", decision.roles().stream().sorted().toList()));
    }

    /** Ids and keys: what was written never prints. */
    @Override
    public String toString() {
        return "Approval[" + id + " " + kind + " " + status + "]";
    }
}
