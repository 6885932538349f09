package io.jianmi.workflow.migration;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.VersionFit;
import io.jianmi.workflow.compile.VersionFit.Misfit;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.design.WorkflowDesk;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.instance.WorkflowTopic;
import io.jianmi.workflow.migration.Migration.Unfit;
import io.jianmi.workflow.migration.MigrationStore.Running;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Decides which instances fit and leaves a message for each of them; the relay asks once more when it comes to it. */
@Singleton
final class MigrationHandler implements CommandHandler<MigrateInstances, Migration, MigrationHandler.Loaded> {

    private static final int PAGE = 500;

    private final MigrationStore store;
    private final WorkflowDesk desk;
    private final WorkflowCatalog catalog;

    MigrationHandler(MigrationStore store, WorkflowDesk desk, WorkflowCatalog catalog) {
        this.store = store;
        this.desk = desk;
        this.catalog = catalog;
    }

    /** What would become of them; nothing is left behind. */
    Uni<Migration> look(MigrateInstances command, Actor actor) {
        return load(command, actor)
                .chain(loaded -> decide(command, loaded, actor))
                .map(changes -> changes.answer().get());
    }

    /** @param fits by the version that they come from */
    record Loaded(WorkflowRef to, List<Running> running, boolean more, Map<Integer, VersionFit> fits) {}

    /** Only designers come further than the first line. */
    @Override
    public Uni<Loaded> load(MigrateInstances command, Actor actor) {
        return desk.published(actor, command.app(), command.key(), command.to())
                .chain(to -> store.running(actor.tenant(), command, to.version(), PAGE + 1)
                        .chain(all -> {
                            boolean more = all.size() > PAGE;
                            List<Running> page = more ? all.subList(0, PAGE) : all;
                            return fits(actor, to, page).map(fits -> new Loaded(to, page, more, fits));
                        }));
    }

    private Uni<Map<Integer, VersionFit>> fits(Actor actor, WorkflowRef to, List<Running> running) {
        List<Integer> versions =
                running.stream().map(Running::version).distinct().toList();
        return catalog.load(actor.tenant(), to)
                .chain(target -> Multi.createFrom()
                        .iterable(versions)
                        .onItem()
                        .transformToUniAndConcatenate(version -> catalog.load(
                                        actor.tenant(), new WorkflowRef(to.app(), to.key(), version))
                                .map(from -> Map.entry(version, fit(from, target))))
                        .collect()
                        .asMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static VersionFit fit(CompiledWorkflow from, CompiledWorkflow to) {
        return new VersionFit(from, to);
    }

    @Override
    public Permit authorize(MigrateInstances command, Loaded loaded, Actor actor) {
        return Permit.allow(loaded.to().processId());
    }

    @Override
    public Uni<Changes<Migration>> decide(MigrateInstances command, Loaded loaded, Actor actor) {
        List<OutboxMessage> messages = new ArrayList<>();
        Map<Unfit, Integer> unfit = new TreeMap<>(
                Comparator.comparing(Unfit::version).thenComparing(Unfit::code).thenComparing(Unfit::node));
        for (Running running : loaded.running()) {
            List<Misfit> misfits = running.standing()
                    .misfits(Objects.requireNonNull(loaded.fits().get(running.version())));
            if (misfits.isEmpty()) {
                messages.add(WorkflowTopic.migrate(
                        running.record(), running.instance(), loaded.to().version(), actor.id()));
            }
            misfits.forEach(
                    misfit -> unfit.merge(new Unfit(running.version(), misfit.code(), misfit.node()), 1, Integer::sum));
        }
        Optional<UUID> next = loaded.more()
                ? Optional.of(loaded.running().get(loaded.running().size() - 1).instance())
                : Optional.empty();
        Migration migration = new Migration(loaded.to().version(), messages.size(), unfit, next);
        AuditDraft audit = AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "to", loaded.to().version(),
                        "count", messages.size()));
        return Uni.createFrom().item(Changes.of(List.of(), audit, messages, () -> migration));
    }
}
