package io.jianmi.workflow.instance;

import io.jianmi.core.calendar.setting.Calendars;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.outbox.Delivery;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.engine.EngineWorkflow;
import io.jianmi.workflow.engine.ProcessEngine;
import io.jianmi.workflow.instance.TurnStore.Decided;
import io.jianmi.workflow.instance.TurnStore.Starting;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What relay threads do about messages. Idempotent: each message is taken up by a status change of our own row, in the
 * same transaction as the engine's move.
 */
@Singleton
public final class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ProcessEngine engine;
    private final WorkflowCatalog catalog;
    private final OrgDirectory directory;
    private final WorkflowRecords records;
    private final EngineBatch batch;
    private final Ids ids;
    private final InstantSource clock;
    private final Calendars calendars;

    public Turns(
            ProcessEngine engine,
            WorkflowCatalog catalog,
            OrgDirectory directory,
            WorkflowRecords records,
            EngineBatch batch,
            Ids ids,
            InstantSource clock,
            Calendars calendars) {
        this.engine = engine;
        this.catalog = catalog;
        this.directory = directory;
        this.records = records;
        this.batch = batch;
        this.ids = ids;
        this.clock = clock;
        this.calendars = calendars;
    }

    /** Takes up what is about to be started, all in one statement. */
    void starting(List<Delivery> deliveries) throws SQLException {
        List<UUID> instances = deliveries.stream()
                .map(delivery -> WorkflowTopic.instance(delivery.body()))
                .toList();
        batch.move(deliveries.get(0), store -> store.takeUpStarts(instances));
    }

    void start(Delivery delivery) throws SQLException {
        batch.move(delivery, store -> start(delivery, store));
    }

    /** Takes up the decisions that are about to be followed, all in one statement, and reads their tokens in another. */
    void advancing(List<Delivery> deliveries) throws SQLException {
        List<UUID> visits = deliveries.stream()
                .map(delivery -> WorkflowTopic.visit(delivery.body()))
                .toList();
        batch.move(
                deliveries.get(0),
                store -> engine.foresee(store.takeUpDecisions(visits).stream()
                        .map(Decided::token)
                        .toList()));
    }

    void advance(Delivery delivery) throws SQLException {
        batch.move(delivery, store -> advance(delivery, store));
    }

    /** Steps that were reached while somebody ended the instance are closed here at the latest. */
    void cancel(Delivery delivery) throws SQLException {
        batch.move(delivery, store -> {
            store.closeEnded(delivery.key());
            Lineage.endOrphans(delivery, delivery.key());
        });
        engine.cancel(WorkflowTopic.token(delivery.body()));
    }

    private void start(Delivery delivery, TurnStore store) throws SQLException {
        Optional<Starting> started = store.start(WorkflowTopic.instance(delivery.body()));
        if (started.isPresent()) {
            Instance instance = started.get().instance();
            CompiledWorkflow workflow = workflow(delivery, instance);
            EngineWorkflow process = instance.workflow().process(delivery.tenant(), workflow);
            // Who lets an ended instance go on again is not noted with it.
            MemberId by = started.get().at().isPresent() ? MemberId.SYSTEM : instance.initiator();
            Turn turn = turn(delivery, instance, workflow, store, by, null);
            started.get()
                    .at()
                    .map(node -> Turn.activity(workflow.require(node)))
                    .ifPresentOrElse(
                            activity -> engine.resume(process, instance.id(), activity, turn),
                            () -> engine.start(process, instance.id(), turn));
        }
    }

    private void advance(Delivery delivery, TurnStore store) throws SQLException {
        Optional<Decided> followed = store.follow(WorkflowTopic.visit(delivery.body()));
        if (followed.isPresent()) {
            move(delivery, store, followed.get());
        }
    }

    private void move(Delivery delivery, TurnStore store, Decided decided) throws SQLException {
        Instance instance = decided.instance();
        CompiledWorkflow workflow = workflow(delivery, instance);
        EngineWorkflow process = instance.workflow().process(delivery.tenant(), workflow);
        CompiledNode node = workflow.require(decided.node());
        boolean returned = decided.outcome().equals(TaskAction.RETURN.key());
        boolean takenBack = decided.outcome().equals(TaskAction.TAKE_BACK.key());
        Optional<String> jump = returned || takenBack ? decided.target() : decided.backTo();
        // A return whose destination is to hand straight back carries the way back in the visit's own row. Where others
        // walk their ways again beside it, there is no straight way back.
        boolean straight = returned
                && decided.target()
                        .filter(to -> workflow.blocks().together(node.key(), to))
                        .filter(to -> !(workflow.require(to).duty() instanceof Duty.Fork))
                        .isPresent();
        String backTo = straight ? decided.backTo().orElse(null) : null;
        Turn turn = turn(delivery, instance, workflow, store, decided.by(), backTo);
        if (takenBack) {
            turn.comesBack();
        }
        if (jump.isPresent() && !decided.outcome().equals("reject")) {
            CompiledNode target = workflow.require(jump.get());
            Set<String> left = workflow.blocks().left(node.key(), target.key());
            if (!left.isEmpty()) {
                store.close(instance, left);
                Lineage.endOrphans(delivery, instance.record());
            }
            Set<String> from = new LinkedHashSet<>(left);
            from.add(Turn.activity(node));
            engine.jump(process, decided.token(), from, Turn.activity(target), turn);
        } else {
            String edge = decided.outcome().equals("reject")
                    ? node.reject().orElseThrow().id()
                    : Turn.passing(node);
            engine.leave(process, decided.token(), Turn.activity(node), edge, turn);
        }
    }

    private Turn turn(
            Delivery delivery,
            Instance instance,
            CompiledWorkflow workflow,
            TurnStore store,
            MemberId by,
            @Nullable String backTo) {
        Org org = directory.of(delivery.tenant());
        InstanceFacts facts = new InstanceFacts(
                () -> records.facts(delivery.tenant(), instance.form(), instance.record())
                        .await()
                        .atMost(PATIENCE)
                        .values(),
                org,
                instance.initiator());
        return new Turn(
                instance,
                workflow,
                store,
                org,
                facts,
                ids,
                clock.instant(),
                new TurnNews(instance, by),
                () -> calendars.of(delivery.tenant()).await().atMost(PATIENCE),
                backTo);
    }

    private CompiledWorkflow workflow(Delivery delivery, Instance instance) {
        return catalog.load(delivery.tenant(), instance.workflow()).await().atMost(PATIENCE);
    }
}
