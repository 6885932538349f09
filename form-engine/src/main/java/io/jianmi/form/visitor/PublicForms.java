package io.jianmi.form.visitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.purpose.Purposes;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.PublicShape;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.consent.ConsentOptions;
import io.jianmi.form.record.RecordProblem;
import io.jianmi.form.record.Records;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows a visitor the form that his link opens, and takes what he sends. Of what becomes of it he is told nothing. */
@Singleton
final class PublicForms {

    private final CompiledForms forms;
    private final LinkStore links;
    private final Records records;
    private final Purposes purposes;
    private final Captcha captcha;
    private final Paces paces;
    private final InstantSource clock;

    PublicForms(
            CompiledForms forms,
            LinkStore links,
            Records records,
            Purposes purposes,
            Captcha captcha,
            Paces paces,
            InstantSource clock) {
        this.forms = forms;
        this.links = links;
        this.records = records;
        this.purposes = purposes;
        this.captcha = captcha;
        this.paces = paces;
        this.clock = clock;
    }

    /** The form that a link opens now. */
    private record Open(CompiledForm form, FormDefinition.PublicForm terms) {}

    /** No link, a dead one, one of another tenant and one of a form that is closed or gone are the same {@code request.not-found}. */
    private <T> Uni<T> with(Actor visitor, String token, Function<Open, Uni<T>> work) {
        return links.by(visitor.tenant(), token)
                .map(found -> found.filter(link -> link.live(clock.instant()))
                        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .chain(link -> forms.using(visitor.tenant(), link.form(), form -> {
                    if (!PublicLinks.open(form)) {
                        return Uni.createFrom().failure(ProblemException.of(CommonProblem.NOT_FOUND));
                    }
                    return work.apply(new Open(
                            form, Objects.requireNonNull(form.definition().publicForm())));
                }));
    }

    /** What {@link PublicShape} tells, titles of the {@code purposes} that it asks consent for, {@code captcha}: a challenge or null. */
    Uni<ObjectNode> show(Actor visitor, String token) {
        return with(visitor, token, open -> {
            ObjectNode shape = PublicShape.of(open.form(), open.terms());
            return purposes(visitor, open)
                    .invoke(titles -> shape.set("purposes", titles))
                    .chain(() -> challenge(visitor, open))
                    .map(challenge -> shape.set("captcha", challenge));
        });
    }

    private Uni<ArrayNode> purposes(Actor visitor, Open open) {
        Set<String> asked = new HashSet<>();
        open.terms()
                .fields()
                .forEach(key -> open.form()
                        .field(key)
                        .filter(field -> field.type().options() instanceof ConsentOptions)
                        .ifPresent(field ->
                                asked.addAll(((ConsentOptions) field.type().options()).purposes())));
        ArrayNode titles = Json.NODES.arrayNode();
        return asked.isEmpty()
                ? Uni.createFrom().item(titles)
                : purposes.of(visitor.tenant()).map(all -> {
                    all.stream()
                            .filter(purpose -> asked.contains(purpose.key()))
                            .forEach(purpose ->
                                    titles.addObject().put("key", purpose.key()).set("title", purpose.title()));
                    return titles;
                });
    }

    private Uni<JsonNode> challenge(Actor visitor, Open open) {
        return open.terms().captcha()
                ? captcha.challenge(visitor, open.form().key()).map(challenge -> challenge)
                : Uni.createFrom().item(Json.NODES.nullNode());
    }

    /**
     * Makes a record of what was sent, by the one road.
     *
     * @param body read only behind the link, so that nothing about it is said to who has none
     */
    Uni<Void> send(Actor visitor, String token, Supplier<Submission> body, HttpServerRequest request) {
        return with(visitor, token, open -> {
            paces.sent(request, visitor, open.form().key());
            Submission submission = body.get();
            return submission.baited() ? Uni.createFrom().voidItem() : send(visitor, open, submission);
        });
    }

    private Uni<Void> send(Actor visitor, Open open, Submission submission) {
        if (submission.version() != open.form().version()) {
            return Uni.createFrom().failure(ProblemException.of(VisitorProblem.CHANGED));
        }
        if (!submission.noticed() && !open.terms().notice().texts().isEmpty()) {
            Finding unread = Finding.error("public.notice-unread", "/noticed");
            return Uni.createFrom().failure(ProblemException.of(RecordProblem.VALIDATION, List.of(unread)));
        }
        Uni<Void> solved = open.terms().captcha()
                ? captcha.use(visitor, open.form().key(), submission.captcha())
                : Uni.createFrom().voidItem();
        return solved.chain(() -> records.submit(visitor, open.form(), submission.data(), submission.idempotency()))
                .onFailure(PublicForms::known)
                .recoverWithNull();
    }

    /** That somebody with this value is known already is nothing to tell a stranger; the refusal stands in the log. */
    private static boolean known(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == RecordProblem.NOT_UNIQUE;
    }
}
