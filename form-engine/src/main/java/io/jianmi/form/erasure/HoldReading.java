package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.RequestBody;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a hold as it is sent. Of one from outside the desk nothing is said. */
@Singleton
final class HoldReading {

    /** Whatever is held longer has to be held anew. */
    private static final int MOST_YEARS = 10;

    private final Holds holds;
    private final OrgDirectory directory;
    private final InstantSource clock;

    HoldReading(Holds holds, OrgDirectory directory, InstantSource clock) {
        this.holds = holds;
        this.directory = directory;
        this.clock = clock;
    }

    Uni<Void> place(Actor actor, UUID subject, @Nullable JsonNode body) {
        HoldTerms nothing = new HoldTerms("", actor.id(), today());
        return holds.place(actor, subject, PrivacyDesk.sits(actor) ? terms(actor, body) : nothing);
    }

    private HoldTerms terms(Actor actor, @Nullable JsonNode body) {
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = RequestBody.object(body, findings);
        RequestBody.only(sent, findings, "reason", "owner", "reviewOn");
        String reason = sent.path("reason").asText("").strip();
        if (reason.length() < EraseSubjectHandler.LEAST_REASON
                || reason.length() > EraseSubjectHandler.LONGEST_REASON) {
            findings.add(Finding.error("hold.reason-required", "/reason"));
        }
        MemberId owner =
                sent.hasNonNull("owner") ? new MemberId(sent.path("owner").asText()) : actor.id();
        if (directory.of(actor.tenant()).actor(owner).isEmpty()) {
            findings.add(Finding.error("field.member-unknown", "/owner"));
        }
        Optional<LocalDate> review = date(sent.path("reviewOn").asText(""));
        if (review.isEmpty() || !review.get().isAfter(today()) || review.get().isAfter(today().plusYears(MOST_YEARS))) {
            findings.add(Finding.error("hold.review-required", "/reviewOn"));
        }
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(ErasureProblem.HOLD_INVALID, findings);
        }
        return new HoldTerms(reason, owner, review.orElseThrow());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
