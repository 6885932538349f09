package io.jianmi.form.view;

import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.view.ViewTargets.Target;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Carries out {@link TrashView}. */
@Singleton
final class TrashViewHandler implements CommandHandler<TrashView, View, Target> {

    private final ViewTargets targets;
    private final ViewStore store;
    private final ViewBudget budget;

    TrashViewHandler(ViewTargets targets, ViewStore store, ViewBudget budget) {
        this.targets = targets;
        this.store = store;
        this.budget = budget;
    }

    @Override
    public Uni<Target> load(TrashView command, Actor actor) {
        return targets.find(actor, command.form(), command.id(), command.restore());
    }

    @Override
    public Permit authorize(TrashView command, Target target, Actor actor) {
        return new Permit(ViewTargets.refusal(target, actor), command.form().policy());
    }

    @Override
    public Uni<Changes<View>> decide(TrashView command, Target target, Actor actor) {
        View view = target.view();
        if (command.restore()) {
            if (!target.deleted()) {
                throw ProblemException.of(ViewProblem.NOT_DELETED);
            }
        } else {
            ViewTargets.hold(target, command.ifMatch());
        }
        View next = new View(view.id(), view.owner(), view.shared(), view.version() + 1, view.content(), null);
        return budget.admit(actor, command.form().key(), view, command.restore(), command.restore() && view.shared())
                .replaceWith(() -> Changes.of(
                        List.of(store.trash(actor, view, command.restore())),
                        ViewAudit.entry(command, next),
                        List.of(),
                        () -> next));
    }
}
