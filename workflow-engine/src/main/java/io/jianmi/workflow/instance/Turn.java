package io.jianmi.workflow.instance;

import io.jianmi.core.calendar.WorkingCalendar;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.workflow.assignee.Assignees;
import io.jianmi.workflow.assignee.Assignees.Found;
import io.jianmi.workflow.assignee.Deputies;
import io.jianmi.workflow.assignee.Deputies.Deputy;
import io.jianmi.workflow.compile.BpmnWriter;
import io.jianmi.workflow.compile.Choosing;
import io.jianmi.workflow.compile.CompiledEdge;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.engine.NodeTurn;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.Timing;
import io.jianmi.workflow.sign.SignPolicy;
import io.jianmi.workflow.sign.SignRule;
import io.jianmi.workflow.sign.Signature;
import io.jianmi.workflow.sign.Verdict;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One move of one instance: does the duty of every node that the token reaches, in the engine's transaction. */
final class Turn implements NodeTurn {

    private final Instance instance;
    private final CompiledWorkflow workflow;
    private final TurnStore store;
    private final Org org;
    private final InstanceFacts facts;
    private final Summons summons;
    private final Ids ids;
    private final Instant now;
    private final TurnNews news;
    private final TurnWrites writes;
    private final Around around;
    private @Nullable String backTo;
    private boolean comesBack;

    /** The tenant's calendar, asked only for steps with a term. */
    interface Around {
        Optional<WorkingCalendar> calendar();
    }

    /**
     * @param news about the instance
     * @param backTo node to which the first step reached hands straight back; null: the way goes on from it
     */
    Turn(
            Instance instance,
            CompiledWorkflow workflow,
            TurnStore store,
            Org org,
            InstanceFacts facts,
            Ids ids,
            Instant now,
            TurnNews news,
            Around around,
            @Nullable String backTo) {
        this.instance = instance;
        this.workflow = workflow;
        this.store = store;
        this.org = org;
        this.facts = facts;
        this.summons = new Summons(workflow.blocks(), org, instance.initiator(), facts);
        this.ids = ids;
        this.now = now;
        this.news = news;
        this.writes = store.writes();
        this.around = around;
        this.backTo = backTo;
    }

    /** The first step reached was decided and that was taken back: the same people go on with it. */
    void comesBack() {
        comesBack = true;
    }

    /** The activity at which a node's token waits: the start waits at its second one. */
    static String activity(CompiledNode node) {
        return node.duty() instanceof Duty.Begin ? node.key() + BpmnWriter.AGAIN : node.key();
    }

    /** The edge that a waiting token takes when its node is passed. */
    static String passing(CompiledNode node) {
        String edge = node.pass().map(CompiledEdge::id).orElseThrow();
        return node.duty() instanceof Duty.Begin ? edge + BpmnWriter.AGAIN : edge;
    }

    @Override
    public Step arrive(Token token, String activity) {
        if (BpmnWriter.merges(activity)) {
            return new Step.Leave(BpmnWriter.merged(activity));
        }
        boolean again = activity.endsWith(BpmnWriter.AGAIN);
        CompiledNode node = workflow.require(
                again ? activity.substring(0, activity.length() - BpmnWriter.AGAIN.length()) : activity);
        try {
            if (comesBack) {
                comesBack = false;
                store.returned(instance, node.key(), token);
                return new Step.Wait();
            }
            return again ? again(node, token) : perform(node, token);
        } catch (SQLException e) {
            throw new IllegalStateException("the step cannot be stored", e);
        }
    }

    private Step perform(CompiledNode node, Token token) throws SQLException {
        Duty duty = node.duty();
        if (duty instanceof Duty.Work work) {
            return work(node, work, token);
        }
        if (duty.bySystem()) {
            UUID visit = open(node, token);
            writes.send(
                    duty instanceof Duty.Launch
                            ? WorkflowTopic.subworkflow(instance.record(), visit)
                            : WorkflowTopic.automate(instance.record(), visit));
            return new Step.Wait();
        }
        if (duty instanceof Duty.Copy copy) {
            copy(node, copy);
            return pass(node);
        }
        if (duty instanceof Duty.Route) {
            return new Step.Leave(node.route(facts.values()).orElseThrow().id());
        }
        if (duty instanceof Duty.Finish finish) {
            finish(node, finish);
            return new Step.End();
        }
        return pass(node);
    }

    private static Step pass(CompiledNode node) {
        return new Step.Leave(node.pass().orElseThrow().id());
    }

    /** The record came back to its initiator. */
    private Step again(CompiledNode node, Token token) throws SQLException {
        List<Signature> open = List.of(Signature.OPEN);
        UUID visit = open(node, token);
        List<UUID> task = ids(1);
        List<Deputy> initiator = List.of(Deputy.own(instance.initiator()));
        writes.addTasks(TaskKind.AGAIN, instance, visit, node.key(), task, initiator, open, Timing.NONE, now);
        writes.tell(news.assigned(visit, List.of(instance.initiator()), task, open));
        return new Step.Wait();
    }

    private Step work(CompiledNode node, Duty.Work work, Token token) throws SQLException {
        SignRule sign = work.sign();
        List<Deed> deeds = sign.notPrevious() || sign.skipRepeated() ? store.deeds(instance) : List.of();
        Set<MemberId> excluded = summons.excluded(node, sign, deeds);
        Found found = summons.find(node, work.assignment(), excluded, chosen(node));
        if (found.via() == Assignees.Via.SKIP) {
            writes.note(ids.next(), instance, "skip", node.key(), MemberId.SYSTEM.value(), List.of(), now);
            return pass(node);
        }
        if (found.members().isEmpty()) {
            throw ProblemException.of(WorkflowProblem.NOBODY_TO_ACT);
        }
        List<Deputy> signers = deputies(found.members(), excluded);
        List<Signature> signatures = Summons.opening(sign, signers, deeds);
        if (SignPolicy.decide(sign, signatures) == Verdict.APPROVED) {
            writes.note(ids.next(), instance, "skip", node.key(), MemberId.SYSTEM.value(), found.members(), now);
            return pass(node);
        }
        Timing timing = work.due().map(due -> due.from(now, around.calendar())).orElse(Timing.NONE);
        UUID visit = open(node, token);
        List<UUID> tasks = ids(signers.size());
        writes.addTasks(TaskKind.WORK, instance, visit, node.key(), tasks, signers, signatures, timing, now);
        List<MemberId> asked = signers.stream().map(Deputy::assignee).toList();
        writes.tell(news.assigned(visit, asked, tasks, signatures));
        return new Step.Wait();
    }

    private void copy(CompiledNode node, Duty.Copy copy) throws SQLException {
        List<MemberId> members =
                summons.find(node, copy.assignment(), Set.of(), chosen(node)).members();
        if (!members.isEmpty()) {
            List<Signature> open =
                    members.stream().map(member -> Signature.OPEN).toList();
            List<UUID> copies = ids(members.size());
            List<Deputy> own = members.stream().map(Deputy::own).toList();
            writes.addTasks(TaskKind.COPY, instance, null, node.key(), copies, own, open, Timing.NONE, now);
            writes.tell(news.copied(ids.next(), members, copies));
        }
        writes.note(ids.next(), instance, "cc", node.key(), MemberId.SYSTEM.value(), members, now);
    }

    private void finish(CompiledNode node, Duty.Finish finish) throws SQLException {
        if (finish.set().isEmpty()) {
            writes.complete(instance.id(), now);
            writes.note(ids.next(), instance, "end", node.key(), MemberId.SYSTEM.value(), List.of(), now);
            writes.tell(news.ended(ids.next(), InstanceStatus.COMPLETED));
        } else {
            store.ending(instance.id(), node.key());
            writes.send(WorkflowTopic.finish(instance.record(), instance.id()));
        }
    }

    /** Whom the handler before has chosen for a node; asked only where he may. */
    private List<MemberId> chosen(CompiledNode node) throws SQLException {
        Choosing choosing = workflow.choosing();
        return choosing.chosen(node.key())
                ? Choice.standing(store.choices(instance, choosing.before(node.key())), workflow.blocks())
                : List.of();
    }

    /** Who signs in fact: whoever is away has named somebody. */
    private List<Deputy> deputies(List<MemberId> members, Set<MemberId> excluded) throws SQLException {
        return new Deputies(writes.delegations(now), org)
                .of(members, instance.workflow().name(), excluded);
    }

    private UUID open(CompiledNode node, Token token) throws SQLException {
        UUID visit = ids.next();
        writes.openVisit(visit, instance, node.key(), token, backTo, now);
        backTo = null;
        return visit;
    }

    private List<UUID> ids(int count) {
        return Stream.generate(ids::next).limit(count).toList();
    }
}
