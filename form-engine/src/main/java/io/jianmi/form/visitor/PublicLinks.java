package io.jianmi.form.visitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.design.Designers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The links of public forms, for who designs forms or manages the form's records. */
@Singleton
final class PublicLinks {

    private final CommandPipeline pipeline;
    private final RenewLinkHandler renewing;
    private final LinkStore store;
    private final Idempotency idempotency;

    PublicLinks(CommandPipeline pipeline, RenewLinkHandler renewing, LinkStore store, Idempotency idempotency) {
        this.pipeline = pipeline;
        this.renewing = renewing;
        this.store = store;
        this.idempotency = idempotency;
    }

    static boolean administers(Actor actor, CompiledForm form) {
        return Designers.include(actor) || form.access().matching(actor).ever(RecordAction.MANAGE);
    }

    /** Whether the version lets visitors in. */
    static boolean open(CompiledForm form) {
        FormDefinition.PublicForm open = form.definition().publicForm();
        return open != null && open.enabled();
    }

    /** {@code {"open", "link"}}; the link is null until one was made. For others there is nothing here. */
    Uni<ObjectNode> show(Actor actor, CompiledForm form) {
        if (!administers(actor, form)) {
            return Uni.createFrom().failure(ProblemException.of(CommonProblem.NOT_FOUND));
        }
        return store.of(actor.tenant(), form.key()).map(link -> view(form, actor, link.orElse(null)));
    }

    /** Another link; the same request again is answered with the link as it stands. */
    Uni<ObjectNode> renew(Actor actor, RenewLink command) {
        return idempotency.once(
                actor,
                command.request(),
                made -> show(actor, command.form()),
                () -> pipeline.run(renewing, command, actor).map(link -> view(command.form(), actor, link)));
    }

    private static ObjectNode view(CompiledForm form, Actor actor, @Nullable PublicLink link) {
        ObjectNode view = Json.NODES.objectNode();
        view.put("open", open(form));
        view.set(
                "link",
                link == null ? Json.NODES.nullNode() : link.view(actor.tenant().value()));
        return view;
    }
}
