package io.jianmi.form.design;

import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.MovedField;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The steps by which a form's records come to a version that stores fields otherwise (ADR 0017). Each step leaves the job where the next
 * begins, in the transaction of what it did, so that whoever takes the job up carries on there.
 */
@Singleton
final class ConversionWork {

    /** What changes faster than it is followed is caught up with once the version counts. */
    private static final int ROUNDS = 5;

    private static final String LOCKED_STATE = "55P03";
    private static final Duration ASIDE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CompiledForms forms;
    private final FormTables tables;
    private final RowMoves moves;
    private final ConversionStore store;
    private final PlatformPipeline platform;
    private final PublishForm.Handler publisher;

    ConversionWork(
            CompiledForms forms,
            FormTables tables,
            RowMoves moves,
            ConversionStore store,
            PlatformPipeline platform,
            PublishForm.Handler publisher) {
        this.forms = forms;
        this.tables = tables;
        this.moves = moves;
        this.store = store;
        this.platform = platform;
        this.publisher = publisher;
    }

    /** The two versions that a job is between, and what would become of their records. */
    record Forms(CompiledForm from, CompiledForm to, RowMoves.Rehearsal rehearsal) {}

    Uni<Forms> forms(ConversionJob job) {
        return forms.version(job.tenant(), job.form(), job.version() - 1)
                .chain(from -> forms.coming(job)
                        .map(to -> new Forms(from.form(), to, moves.rehearse(job.tenant(), from.form(), to))));
    }

    /** One step; the job as it stands after. */
    Uni<ConversionStore.Held> step(ConversionStore.Held held, Forms forms) {
        ConversionJob job = held.job();
        return switch (job.phase()) {
            case REHEARSING -> rehearse(held, forms);
            case PREPARING -> prepare(held, forms);
            case FILLING -> fill(held, forms);
            case FOLLOWING -> follow(held, forms);
            case CATCHING_UP -> catchUp(held, forms);
            case SETTLING ->
                each(held, moves.settle(job.tenant(), forms.to(), job.after()), ConversionJob.Phase.HISTORY);
            case HISTORY ->
                each(held, moves.sealHistory(job.tenant(), forms.to(), job.after()), ConversionJob.Phase.SWEEPING);
            case SWEEPING -> sweep(held, forms);
            case CANCELLING -> discard(job, forms).chain(() -> saved(held, job.in(ConversionJob.Phase.CANCELLED)));
            case REHEARSED, DONE, FAILED, CANCELLED -> Uni.createFrom().item(held);
        };
    }

    private Uni<ConversionStore.Held> rehearse(ConversionStore.Held held, Forms forms) {
        return forms.rehearsal()
                .next(held.job().after())
                .map(batch -> counted(held.job(), batch, ConversionJob.Phase.REHEARSED))
                .chain(now -> saved(held, now));
    }

    /** @param next the phase after the last batch */
    private static ConversionJob counted(ConversionJob job, RowMoves.Batch batch, ConversionJob.Phase next) {
        return job.at(
                batch.last().isPresent() ? job.phase() : next,
                batch.last(),
                0,
                job.done() + batch.rows(),
                job.broken() + batch.broken(),
                job.tallies().and(batch));
    }

    private Uni<ConversionStore.Held> prepare(ConversionStore.Held held, Forms forms) {
        ConversionJob job = held.job();
        TenantKey tenant = job.tenant();
        return discard(job, forms)
                .chain(() -> tables.plan(tenant, forms.to().table()))
                .chain(migration -> {
                    if (Finding.anyBlocks(migration.findings())) {
                        throw ProblemException.of(DesignProblem.FORM_INVALID, migration.findings());
                    }
                    return tables.run(tenant, migration.adding());
                })
                .chain(() -> saved(held, job.in(ConversionJob.Phase.FILLING)));
    }

    /** What was begun for a version that does not come to count leaves nothing in the table. */
    Uni<Void> discard(ConversionJob job, Forms forms) {
        return tables.discard(job.tenant(), forms.to().table(), job.version());
    }

    private Uni<ConversionStore.Held> fill(ConversionStore.Held held, Forms forms) {
        return bring(held, forms, batch -> counted(held.job(), batch, ConversionJob.Phase.FOLLOWING));
    }

    private Uni<ConversionStore.Held> bring(
            ConversionStore.Held held, Forms forms, Function<RowMoves.Batch, ConversionJob> next) {
        ConversionJob job = held.job();
        Function<RowMoves.Batch, List<Write>> along =
                batch -> List.of(ConversionStore.progress(held, next.apply(batch)));
        return moves.bring(job.tenant(), forms.from(), forms.to(), job.after(), along)
                .map(batch -> held.with(next.apply(batch)));
    }

    /** Rounds over what has changed, until there is so little that the version may come to count. */
    private Uni<ConversionStore.Held> follow(ConversionStore.Held held, Forms forms) {
        ConversionJob job = held.job();
        refuse(job, forms);
        return bring(
                        held,
                        forms,
                        batch -> job.at(
                                job.phase(),
                                batch.last(),
                                batch.last().isPresent() ? job.rounds() : job.rounds() + 1,
                                job.done(),
                                job.broken(),
                                job.tallies().andFailed(batch)))
                .chain(now -> {
                    boolean over = now.job().after().isEmpty();
                    refuse(now.job(), forms);
                    return over && (job.after().isEmpty() || now.job().rounds() >= ROUNDS)
                            ? switchOver(now, forms)
                            : Uni.createFrom().item(now);
                });
    }

    private static void refuse(ConversionJob job, Forms forms) {
        List<Finding> findings = job.tallies().findings(forms.to(), job.leaving());
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(DesignProblem.FORM_INVALID, findings);
        }
    }

    /** In one transaction the version counts, nobody stores a row as the version before does, and the job knows it. */
    private Uni<ConversionStore.Held> switchOver(ConversionStore.Held held, Forms forms) {
        ConversionJob job = held.job();
        List<String> switching =
                new ArrayList<>(FormTables.fence(job.tenant(), forms.to().table(), job.version()));
        switching.add("""
                update "%s".form_conversion set phase = '%s', after = null
                where form = '%s' and held_by = '%s' and phase <> 'cancelling'
                """.formatted(
                        job.tenant().schema(),
                        ConversionJob.Phase.CATCHING_UP.key(),
                        forms.to().key(),
                        held.holder()));
        PublishForm command = new PublishForm(
                job.app(),
                job.form(),
                job.version(),
                0,
                job.definition(),
                job.kept(),
                switching,
                Optional.of(job.actor()));
        return Uni.createFrom()
                .deferred(() -> platform.run(publisher, command, Actor.system(job.tenant())))
                .onFailure(ConversionWork::locked)
                .retry()
                .withBackOff(ASIDE, Duration.ofMillis(500))
                .expireIn(PATIENCE.toMillis())
                .onFailure(failure -> locked(failure) || failure instanceof IllegalStateException)
                .transform(failure -> ProblemException.of(DesignProblem.TABLE_BUSY))
                .invoke(() -> this.forms.forget(job.tenant(), job.form()))
                .map(version -> held.with(job.in(ConversionJob.Phase.CATCHING_UP)));
    }

    private static boolean locked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && LOCKED_STATE.equals(refused.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    private Uni<ConversionStore.Held> catchUp(ConversionStore.Held held, Forms forms) {
        return bring(held, forms, batch -> {
            ConversionJob job = held.job();
            return job.at(
                    batch.last().isPresent() ? job.phase() : ConversionJob.Phase.SETTLING,
                    batch.last(),
                    job.rounds(),
                    job.done(),
                    job.broken(),
                    job.tallies().andFailed(batch));
        });
    }

    private Uni<ConversionStore.Held> each(
            ConversionStore.Held held, Uni<Optional<UUID>> batch, ConversionJob.Phase next) {
        ConversionJob job = held.job();
        return batch.chain(last -> saved(
                held,
                last.isPresent()
                        ? job.at(job.phase(), last, job.rounds(), job.done(), job.broken(), job.tallies())
                        : job.in(next)));
    }

    private Uni<ConversionStore.Held> sweep(ConversionStore.Held held, Forms forms) {
        ConversionJob job = held.job();
        List<MovedField> moved = forms.to().kept().moved();
        // Columns of subforms have no indexes.
        List<String> left = forms.to().kept().movedFields().stream()
                .flatMap(field -> field.columns().stream())
                .toList();
        boolean raised = moved.stream().anyMatch(field -> !field.converted());
        return tables.sweep(job.tenant(), forms.to().table(), job.version(), left, raised)
                .chain(() -> tables.plan(job.tenant(), forms.to().table()))
                .chain(migration -> tables.run(job.tenant(), migration))
                .chain(() -> saved(held, job.in(ConversionJob.Phase.DONE)));
    }

    private Uni<ConversionStore.Held> saved(ConversionStore.Held held, ConversionJob now) {
        return store.save(held, now).replaceWith(held.with(now));
    }
}
