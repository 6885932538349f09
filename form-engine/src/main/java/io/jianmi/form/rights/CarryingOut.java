package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.form.consent.Withdrawals;
import io.jianmi.form.exchange.FileJobs;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is done for a request besides writing down that it is: a package is ordered, consents are taken back. */
@Singleton
final class CarryingOut {

    private final FileJobs jobs;
    private final Withdrawals withdrawals;

    CarryingOut(FileJobs jobs, Withdrawals withdrawals) {
        this.jobs = jobs;
        this.withdrawals = withdrawals;
    }

    /**
     * What is committed with the act.
     *
     * @param job that makes the person's package
     */
    record Work(List<Write> writes, List<AuditDraft> audit, Optional<UUID> job) {

        static final Work NONE = new Work(List.of(), List.of(), Optional.empty());

        Work {
            writes = List.copyOf(writes);
            audit = List.copyOf(audit);
        }
    }

    Uni<Work> out(Actor actor, SubjectRequest request, ActTerms said, String language, Instant now) {
        return switch (request.type()) {
            case ACCESS, EXPORT -> packed(actor, request, language);
            case OBJECT -> objected(actor, request, said, now);
            // Done by commands of their own: PersonActs.
            case ERASE, RESTRICT -> Uni.createFrom().item(Work.NONE);
            case CORRECT -> Uni.createFrom().failure(ProblemException.of(RequestProblem.NOTHING_TO_DO));
        };
    }

    private Uni<Work> packed(Actor actor, SubjectRequest request, String language) {
        ObjectNode options = Json.NODES
                .objectNode()
                .put("request", request.id().toString())
                .put("subject", request.subject().toString())
                .put("language", language);
        return jobs.order(actor, PersonPackage.KIND, options)
                .map(order -> new Work(List.of(order.write()), List.of(), Optional.of(order.id())));
    }

    private Uni<Work> objected(Actor actor, SubjectRequest request, ActTerms said, Instant now) {
        return withdrawals.of(actor, request.subject(), said.consents(), now).map(found -> {
            if (found.size() < said.consents().size()) {
                throw ProblemException.of(
                        RequestProblem.INVALID, List.of(Finding.error("rights.consent-not-standing", "/consents")));
            }
            List<Write> writes = new ArrayList<>();
            List<AuditDraft> audit = new ArrayList<>();
            found.forEach(one -> {
                writes.add(one.write());
                audit.add(one.audit());
            });
            return new Work(writes, audit, Optional.empty());
        });
    }

    /** Whether the desk can have something of this type carried out. */
    static boolean known(RequestType type) {
        return type != RequestType.CORRECT;
    }
}
