package io.jianmi.form.view;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.Grants;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.Preference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The saved view that a command is about, as the actor knows it. */
@Singleton
final class ViewTargets {

    private final ViewStore store;
    private final ViewReader reader;

    ViewTargets(ViewStore store, ViewReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** What is to be changed and with what right. */
    record Target(View view, boolean deleted, Grants grants) {}

    /** One that is missing, one of somebody else and one that is not told to him fail alike; a deleted one is its owner's and managers' only. */
    Uni<Target> find(Actor actor, CompiledForm form, UUID id, boolean deleted) {
        Grants grants = form.access().matching(actor);
        return store.find(actor, form.key(), id)
                .map(found -> found.filter(kept -> !grants.groups().isEmpty())
                        .filter(kept -> !kept.deleted() || deleted && ViewReader.mayChange(actor, grants, kept.view()))
                        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .chain(kept -> reader.told(actor, form, grants, kept.view())
                        .map(told -> told.map(document -> new Target(kept.view(), kept.deleted(), grants))
                                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND))));
    }

    static Optional<ProblemException> refusal(Target target, Actor actor) {
        return ViewReader.mayChange(actor, target.grants(), target.view())
                ? Optional.empty()
                : Optional.of(ProblemException.of(ViewProblem.NOT_YOURS));
    }

    /** @throws ProblemException when the header is missing, or names another version */
    static void hold(Target target, @Nullable String ifMatch) {
        if (Preference.version(ifMatch) != target.view().version()) {
            throw ProblemException.of(ViewProblem.STALE_VERSION);
        }
    }
}
