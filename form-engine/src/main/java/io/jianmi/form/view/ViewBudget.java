package io.jianmi.form.view;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** How many views of a form one person may have, and how many may be shared: a list of views is one page. */
@Singleton
final class ViewBudget {

    static final int OWN = 100;
    static final int SHARED = 200;

    private final ViewStore store;

    ViewBudget(ViewStore store) {
        this.store = store;
    }

    /**
     * Whether there is room for it.
     *
     * @param more whether the owner has one view more then
     * @param sharing whether the form has one shared view more then
     */
    Uni<Void> admit(Actor actor, String form, View view, boolean more, boolean sharing) {
        if (!more && !sharing) {
            return Uni.createFrom().voidItem();
        }
        String owner = view.owner() == null ? actor.id().value() : view.owner();
        return store.count(actor, owner, form)
                .invoke(count -> {
                    if (more && count.own() >= OWN) {
                        throw ProblemException.of(ViewProblem.TOO_MANY, Map.of("maximum", OWN));
                    }
                    if (sharing && count.shared() >= SHARED) {
                        throw ProblemException.of(ViewProblem.TOO_MANY_SHARED, Map.of("maximum", SHARED));
                    }
                })
                .replaceWithVoid();
    }
}
