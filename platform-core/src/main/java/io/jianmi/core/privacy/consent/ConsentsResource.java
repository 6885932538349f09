package io.jianmi.core.privacy.consent;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger for the privacy desk; for anybody else there is none. */
@Path("/api/v1/tenants/{tenant}/privacy/consents")
public class ConsentsResource {

    private final Callers callers;
    private final ReadLog reads;
    private final ConsentLedger ledger;

    ConsentsResource(Callers callers, ReadLog reads, ConsentLedger ledger) {
        this.callers = callers;
        this.reads = reads;
        this.ledger = ledger;
    }

    public record Page(List<ConsentView> items, @Nullable String next) {}

    /** @param subject whose; a look is noted before it is answered */
    @GET
    public Uni<Page> list(
            @PathParam("tenant") String tenant,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after) {
        Actor actor = callers.in(tenant);
        UUID person = subject == null ? null : Ids.parse(subject).orElse(null);
        AuditDraft look = AuditDraft.of("consent.read", "subject/" + (person == null ? "-" : person));
        if (!PrivacyDesk.sits(actor)) {
            ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
            reads.refused(actor, look, problem);
            throw problem;
        }
        if (person == null) {
            throw invalid("subject");
        }
        PageLimit.check(limit);
        return reads.stored(actor, List.of(look))
                .chain(() -> ledger.of(actor.tenant(), person, below(after), limit + 1))
                .map(found -> page(found, limit));
    }

    private static Page page(List<ConsentLedger.Entry> found, int limit) {
        List<ConsentLedger.Entry> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit ? Long.toString(shown.get(shown.size() - 1).place()) : null;
        return new Page(shown.stream().map(ConsentView::of).toList(), next);
    }

    private static long below(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException malformed) {
            throw invalid("after");
        }
    }

    private static ProblemException invalid(String name) {
        return ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", name));
    }
}
