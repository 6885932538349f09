package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval;
import io.jianmi.core.approval.ApprovalDesk;
import io.jianmi.core.approval.ApprovalProblem;
import io.jianmi.core.approval.Approvals;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.command.CommandPipeline.Receipted;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opening protected fields of a record, at once or by an approval. */
@Singleton
final class Reveals {

    private final CommandPipeline pipeline;
    private final RevealFieldsHandler revealing;
    private final Approvals approvals;
    private final ApprovalDesk desk;
    private final RevealApproval kind;
    private final RecordReader reader;
    private final RecordAnswers answers;

    Reveals(
            CommandPipeline pipeline,
            RevealFieldsHandler revealing,
            Approvals approvals,
            ApprovalDesk desk,
            RevealApproval kind,
            RecordReader reader,
            RecordAnswers answers) {
        this.pipeline = pipeline;
        this.revealing = revealing;
        this.approvals = approvals;
        this.desk = desk;
        this.kind = kind;
        this.reader = reader;
        this.answers = answers;
    }

    /**
     * What comes of it.
     *
     * @param open whether the body has values; else it is about the request that waits
     */
    record Outcome(boolean open, ObjectNode body) {}

    /** The values leave only after the entry is under a signed tree head. Who has asked for the very same is answered by that. */
    Uni<Outcome> reveal(Actor actor, RevealFields command, String language) {
        return pipeline.runSealed(revealing, command, actor)
                .chain(done -> outcome(actor, command, done, language))
                .onFailure(failure -> failure instanceof ProblemException problem
                        && problem.type() == ApprovalProblem.STANDING
                        && problem.params().containsKey("request"))
                .recoverWithUni(failure -> approvals
                        .own(
                                actor,
                                UUID.fromString(String.valueOf(
                                        ((ProblemException) failure).params().get("request"))))
                        .chain(earlier -> waiting(actor, earlier, language)));
    }

    /** By a request that was made before: its values once somebody has agreed, else how it stands. */
    Uni<Outcome> reveal(Actor actor, CompiledForm form, UUID record, UUID request, String language) {
        return approvals.own(actor, request).chain(given -> {
            Approval.Target target = given.target();
            boolean its = given.kind().equals(kind.key())
                    && form.key().equals(target.form())
                    && record.equals(target.record());
            if (!its) {
                throw ProblemException.of(ApprovalProblem.NOT_FOUND);
            }
            return kind.over(actor.tenant(), List.of(given))
                    .chain(over -> given.status() == Approval.Status.PENDING
                            ? pending(actor, given, over.contains(request), language)
                            : opened(actor, form, record, given, over.contains(request), language));
        });
    }

    private Uni<Outcome> pending(Actor actor, Approval given, boolean over, String language) {
        approvals.requirePending(actor, given, over);
        return waiting(actor, given, language);
    }

    private Uni<Outcome> opened(
            Actor actor, CompiledForm form, UUID record, Approval given, boolean over, String language) {
        approvals.requireUsable(actor, given, over);
        List<String> fields = new ArrayList<>();
        given.parsedTerms().path("fields").forEach(field -> fields.add(field.asText()));
        String purpose = given.parsedTerms().path("purpose").asText();
        return approvals
                .reason(actor, given)
                .chain(reason -> reveal(
                        actor,
                        new RevealFields(form, record, fields, purpose, reason, Optional.empty(), Optional.of(given)),
                        language));
    }

    private Uni<Outcome> outcome(
            Actor actor, RevealFields command, Receipted<RevealFields.Answer> done, String language) {
        if (done.answer() instanceof RevealFields.Asked asked) {
            return waiting(actor, asked.approval(), language);
        }
        RevealFields.Granted granted = (RevealFields.Granted) done.answer();
        return reader.intact(actor, command.form(), command.id(), RecordAction.READ)
                .chain(visible -> answers.one(actor, visible))
                .map(record -> {
                    ObjectNode answer = Json.NODES
                            .objectNode()
                            .put("grant", granted.grant().toString())
                            .put("expiresAt", granted.expiresAt().toString())
                            .put("purpose", command.purpose())
                            .put("entry", done.receipt().leaf());
                    ObjectNode values = answer.putObject("values");
                    command.fields().forEach(field -> values.set(field, value(record, field)));
                    return new Outcome(true, answer);
                });
    }

    private static JsonNode value(ObjectNode record, String field) {
        int dot = field.indexOf('.');
        return record.path("data").path(dot < 0 ? field : field.substring(0, dot));
    }

    private Uni<Outcome> waiting(Actor actor, Approval asked, String language) {
        return desk.show(actor, asked, language).map(shown -> {
            ObjectNode answer =
                    Json.NODES.objectNode().put("request", asked.id().toString());
            answer.put("status", shown.path("status").asText())
                    .put("expiresAt", asked.expiresAt().toString());
            answer.set("approvers", shown.path("approvers"));
            return new Outcome(false, answer);
        });
    }
}
