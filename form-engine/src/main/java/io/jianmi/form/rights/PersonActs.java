package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.erasure.Erasures;
import io.jianmi.form.erasure.Restrictions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What a request has done to its person by commands of their own: she is restricted, or that she is erased is asked for, which somebody else
 * agrees to first. Each names the request; that it was carried out is written down after it.
 */
@Singleton
final class PersonActs {

    private final Erasures erasures;
    private final Restrictions restrictions;

    PersonActs(Erasures erasures, Restrictions restrictions) {
        this.erasures = erasures;
        this.restrictions = restrictions;
    }

    /** Does nothing where the act is none of these; fails as the act would where the request does not stand so. */
    Uni<Void> before(Actor actor, SubjectRequest request, ActOnRequest command) {
        boolean erases = request.type() == RequestType.ERASE;
        if (command.act() != RequestAct.CARRY_OUT || !erases && request.type() != RequestType.RESTRICT) {
            return Uni.createFrom().voidItem();
        }
        if (request.state().after(RequestAct.CARRY_OUT).isEmpty()
                || request.state().closed()) {
            return Uni.createFrom().failure(ProblemException.of(RequestProblem.NOT_OPEN));
        }
        return erases
                ? erasures.ask(actor, request.subject(), reason(command), Optional.of(request.id()), command.language())
                        .replaceWithVoid()
                : restrictions.restrict(actor, request.subject(), Optional.of(request.id()));
    }

    private static String reason(ActOnRequest command) {
        JsonNode body = command.body() == null ? Json.NODES.objectNode() : command.body();
        return body.path("reason").asText("");
    }
}
