package io.jianmi.workflow.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.problem.Finding;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads a delegation and holds it against those that there are. Pure. */
final class DelegationTerms {

    static final int MOST = 20;

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_WORKFLOWS = 100;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Org org;
    private final Instant now;
    private final List<Finding> findings;

    DelegationTerms(Org org, Instant now, List<Finding> findings) {
        this.org = org;
        this.now = now;
        this.findings = findings;
    }

    /**
     * Reads {@code {"delegate", "from", "until", "workflows", "open"}}.
     *
     * @param member who delegates
     * @param standing those of the whole tenant that nobody has ended and that are not over
     * @return empty when something is wrong
     */
    Optional<Delegation> read(JsonNode body, UUID id, MemberId member, List<Delegation> standing) {
        Optional<MemberId> delegate = delegate(body.path("delegate").asText(), member);
        Instant from = body.has("from") ? time(body, "from").orElse(now) : now;
        Optional<Instant> until = time(body, "until");
        if (until.isPresent()
                && (!until.get().isAfter(from)
                        || !until.get().isAfter(now)
                        || Duration.between(from, until.get()).compareTo(LONGEST) > 0)) {
            findings.add(Finding.error("delegation.period", "/until", Map.of("maxDays", LONGEST.toDays())));
        }
        List<String> workflows = workflows(body.path("workflows"));
        if (Finding.anyBlocks(findings) || delegate.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        boolean open = body.path("open").asBoolean();
        Delegation made = new Delegation(id, member, delegate.get(), from, until.get(), workflows, open, now);
        against(made, standing);
        return Finding.anyBlocks(findings) ? Optional.empty() : Optional.of(made);
    }

    /** By id or sign-in name. */
    static Optional<Member> member(Org org, String name) {
        return org.members().stream()
                .filter(member ->
                        member.id().value().equals(name) || member.username().equals(name))
                .findFirst();
    }

    private Optional<MemberId> delegate(String name, MemberId member) {
        Optional<MemberId> found =
                member(org, name).filter(Member::enabled).map(Member::id).filter(id -> !id.equals(member));
        if (found.isEmpty()) {
            findings.add(Finding.error("delegation.delegate", "/delegate"));
        }
        return found;
    }

    private Optional<Instant> time(JsonNode body, String name) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(body.path(name).asText()).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException malformed) {
            findings.add(Finding.error("request.type", "/" + name, Map.of("expected", "date-time")));
            return Optional.empty();
        }
    }

    private List<String> workflows(JsonNode json) {
        List<String> names = new ArrayList<>();
        if (json.size() > MOST_WORKFLOWS) {
            findings.add(Finding.error("delegation.workflow", "/workflows"));
            return names;
        }
        for (int i = 0; i < json.size(); i++) {
            String app = json.path(i).path("app").asText();
            String key = json.path(i).path("workflow").asText();
            if (KEY.matcher(app).matches() && KEY.matcher(key).matches()) {
                names.add(app + "/" + key);
            } else {
                findings.add(Finding.error("delegation.workflow", "/workflows/" + i));
            }
        }
        return names;
    }

    private void against(Delegation made, List<Delegation> standing) {
        List<Delegation> his = standing.stream()
                .filter(other -> other.member().equals(made.member()))
                .toList();
        if (his.size() >= MOST) {
            findings.add(Finding.error("delegation.too-many", "", Map.of("most", MOST)));
        }
        if (his.stream().anyMatch(made::meets)) {
            findings.add(Finding.error("delegation.overlap", "/from"));
        }
        if (comesBack(made, standing)) {
            findings.add(Finding.error("delegation.circle", "/delegate"));
        }
    }

    /** Whether the delegate's own delegations could lead back to the member. */
    private static boolean comesBack(Delegation made, List<Delegation> standing) {
        Set<Delegation> reached = new HashSet<>();
        List<Delegation> next = new ArrayList<>(List.of(made));
        while (!next.isEmpty()) {
            Delegation at = next.remove(next.size() - 1);
            if (at.delegate().equals(made.member())) {
                return true;
            }
            standing.stream()
                    .filter(at::leadsTo)
                    .filter(other ->
                            made.from().isBefore(other.until()) && other.from().isBefore(made.until()))
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return false;
    }
}
