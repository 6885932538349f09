package io.jianmi.form.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.view.ViewTargets.Target;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out {@link ChangeView}: the owner, and whoever manages the form's records where the view is shared. */
@Singleton
final class ChangeViewHandler implements CommandHandler<ChangeView, View, Target> {

    private final ViewTargets targets;
    private final ViewChecks checks;
    private final ViewBudget budget;

    ChangeViewHandler(ViewTargets targets, ViewChecks checks, ViewBudget budget) {
        this.targets = targets;
        this.checks = checks;
        this.budget = budget;
    }

    @Override
    public Uni<Target> load(ChangeView command, Actor actor) {
        return targets.find(actor, command.form(), command.id(), false);
    }

    /** Whom a view is for is said by its owner alone: taken from everybody by somebody else, it would be out of that one's reach too. */
    @Override
    public Permit authorize(ChangeView command, Target target, Actor actor) {
        boolean sharing = command.body().has(ViewBody.SHARED) && !ViewReader.owns(actor, target.view());
        Optional<ProblemException> refusal =
                sharing ? Optional.of(ProblemException.of(ViewProblem.NOT_YOURS)) : ViewTargets.refusal(target, actor);
        return new Permit(refusal, command.form().policy());
    }

    @Override
    public Uni<Changes<View>> decide(ChangeView command, Target target, Actor actor) {
        ViewTargets.hold(target, command.ifMatch());
        View view = target.view();
        List<Finding> findings = new ArrayList<>();
        boolean shared = ViewBody.shared(command.body(), view.shared(), findings);
        ObjectNode change = ViewBody.content(command.body(), findings);
        ViewContent content = ViewContent.parse(merged(view, change), findings);
        ViewBody.refuse(findings);
        // A new name, or a wider circle, is no new question: a view that has become unusable can still be renamed.
        boolean asksAnew = !change.deepCopy().without("title").isEmpty();
        Uni<List<Finding>> objections = asksAnew
                ? checks.toSave(actor, command.form(), content)
                : Uni.createFrom().item(List.of());
        View next = new View(view.id(), view.owner(), shared, view.version() + 1, content, null);
        return objections
                .invoke(ViewBody::refuse)
                .chain(() -> budget.admit(actor, command.form().key(), view, false, shared && !view.shared()))
                .replaceWith(() -> Changes.of(
                        List.of(ViewStore.update(actor, next)), ViewAudit.entry(command, next), List.of(), () -> next));
    }

    private static ObjectNode merged(View view, ObjectNode change) {
        ObjectNode merged = view.content().json();
        merged.setAll(change);
        return merged;
    }
}
