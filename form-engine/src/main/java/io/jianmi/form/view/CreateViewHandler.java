package io.jianmi.form.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.store.Write;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.record.RecordProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Carries out {@link CreateView}: whoever may read records of the form may save views of it. */
@Singleton
final class CreateViewHandler implements CommandHandler<CreateView, View, Grants> {

    private final ViewChecks checks;
    private final ViewBudget budget;

    CreateViewHandler(ViewChecks checks, ViewBudget budget) {
        this.checks = checks;
        this.budget = budget;
    }

    @Override
    public Uni<Grants> load(CreateView command, Actor actor) {
        return Uni.createFrom().item(command.form().access().matching(actor));
    }

    @Override
    public Permit authorize(CreateView command, Grants grants, Actor actor) {
        return new Permit(
                RecordProblem.refusal(grants, RecordAction.READ), command.form().policy());
    }

    @Override
    public Uni<Changes<View>> decide(CreateView command, Grants grants, Actor actor) {
        List<Finding> findings = new ArrayList<>();
        boolean shared = ViewBody.shared(command.body(), false, findings);
        ObjectNode document = ViewBody.content(command.body(), findings);
        ViewContent content = ViewContent.parse(document, findings);
        ViewBody.refuse(findings);
        View view = new View(command.id().toString(), actor.id().value(), shared, 1, content, null);
        List<Write> writes = List.of(ViewStore.insert(actor, command.form().key(), view));
        return checks.toSave(actor, command.form(), content)
                .invoke(ViewBody::refuse)
                .chain(() -> budget.admit(actor, command.form().key(), view, true, shared))
                .replaceWith(() -> Changes.of(writes, ViewAudit.entry(command, view), List.of(), () -> view)
                        .making(command.id()));
    }
}
