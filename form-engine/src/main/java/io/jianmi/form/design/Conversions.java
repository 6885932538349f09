package io.jianmi.form.design;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.MovedField;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Versions that store fields otherwise: what they would do to the records, and that they are made. */
@Singleton
final class Conversions {

    private static final Duration LOOK = Duration.ofMillis(100);

    /** How long a request waits for its version to count, in looks. */
    private static final int LOOKS = 50;

    /** Of more records than these a dry run is a job of its own. */
    private static final int AT_ONCE = 2_000;

    private final CommandPipeline commands;
    private final ConvertForm.Handler converter;
    private final CancelConversion.Handler canceller;
    private final ConversionStore store;
    private final ConversionWorker worker;
    private final RowMoves moves;

    Conversions(
            CommandPipeline commands,
            ConvertForm.Handler converter,
            CancelConversion.Handler canceller,
            ConversionStore store,
            ConversionWorker worker,
            RowMoves moves) {
        this.commands = commands;
        this.converter = converter;
        this.canceller = canceller;
        this.store = store;
        this.worker = worker;
        this.moves = moves;
    }

    /**
     * What would become of all records, by the code that does it; the records are read under the designer's name. Empty where they are so
     * many that it is told as the conversion under way; fails with {@code form.conversion-running} while there is another.
     *
     * @param version what would be written when the records are there
     * @param leaving keys of the fields of which what cannot be converted is left behind
     */
    Uni<Optional<Tallies>> rehearse(
            Actor actor, CompiledForm from, CompiledForm to, PublishForm version, Set<String> leaving) {
        return asked(actor, from, version, leaving).chain(job -> {
            if (job.total() > AT_ONCE) {
                return begin(actor, ConvertForm.Step.REHEARSE, job.in(ConversionJob.Phase.REHEARSING), to)
                        .replaceWith(Optional.empty());
            }
            return commands.run(converter, new ConvertForm(ConvertForm.Step.PREVIEW, job, fields(to)), actor)
                    .chain(() -> rehearse(moves.rehearse(actor.tenant(), from, to), Optional.empty(), Tallies.NONE))
                    .map(Optional::of);
        });
    }

    private Uni<ConversionJob> asked(Actor actor, CompiledForm from, PublishForm version, Set<String> leaving) {
        return moves.count(actor.tenant(), from).map(records -> ConversionJob.asked(version, leaving, actor, records));
    }

    private Uni<ConversionJob> begin(Actor actor, ConvertForm.Step step, ConversionJob job, CompiledForm to) {
        return commands.run(converter, new ConvertForm(step, job, fields(to)), actor)
                .invoke(() -> worker.wake(actor.tenant()));
    }

    private static Uni<Tallies> rehearse(RowMoves.Rehearsal rehearsal, Optional<UUID> after, Tallies so) {
        return rehearsal.next(after).chain(batch -> {
            Tallies all = so.and(batch);
            return batch.last().isPresent()
                    ? rehearse(rehearsal, batch.last(), all)
                    : Uni.createFrom().item(all);
        });
    }

    private static List<String> fields(CompiledForm to) {
        return to.kept().moved().stream().map(MovedField::path).toList();
    }

    /** Fails with {@code form.conversion-running} while records of the form are on their way to another version. */
    Uni<Void> idle(TenantKey tenant, String form) {
        return store.find(tenant, form)
                .invoke(found -> found.filter(job -> !job.phase().over()).ifPresent(job -> {
                    throw ProblemException.of(DesignProblem.CONVERSION_RUNNING);
                }))
                .replaceWithVoid();
    }

    Uni<Optional<ConversionJob>> find(TenantKey tenant, String form) {
        return store.find(tenant, form);
    }

    /**
     * Begins, and waits a while for the version to count; fails as the work does.
     *
     * @param version what is written when the records are there
     * @param leaving keys of the fields of which what cannot be converted is left behind
     */
    Uni<ConversionJob> start(
            Actor actor, CompiledForm from, CompiledForm to, PublishForm version, Set<String> leaving) {
        return asked(actor, from, version, leaving)
                .chain(job -> begin(actor, ConvertForm.Step.START, job, to))
                .chain(() -> look(actor.tenant(), from.key(), ConversionJob.Phase::decided, LOOKS))
                .invoke(Conversions::refuse);
    }

    private static void refuse(ConversionJob job) {
        String problem = job.problem();
        if (job.phase() == ConversionJob.Phase.FAILED && problem != null) {
            throw ConversionProblems.read(problem);
        }
        if (job.phase() == ConversionJob.Phase.CANCELLED) {
            throw ProblemException.of(DesignProblem.CONVERSION_CANCELLED);
        }
    }

    /**
     * Has the form stay on the version that counts, and waits a while until nothing is left of the other; fails with
     * {@code form.conversion-none} or {@code form.conversion-counts} where there is nothing to cancel.
     */
    Uni<ConversionJob> cancel(Actor actor, String app, String form) {
        return commands.run(canceller, new CancelConversion(app, form), actor)
                .invoke(() -> worker.wake(actor.tenant()))
                .chain(() -> look(actor.tenant(), form, ConversionJob.Phase::over, LOOKS));
    }

    private Uni<ConversionJob> look(TenantKey tenant, String form, Predicate<ConversionJob.Phase> enough, int looks) {
        return store.find(tenant, form)
                .map(Optional::orElseThrow)
                .chain(job -> enough.test(job.phase()) || looks == 0
                        ? Uni.createFrom().item(job)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(LOOK)
                                .chain(() -> look(tenant, form, enough, looks - 1)));
    }
}
