package io.jianmi.workflow.trial;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.record.AutomationRecords.Given;
import io.jianmi.workflow.assignee.Assignees;
import io.jianmi.workflow.assignee.Assignees.Found;
import io.jianmi.workflow.assignee.Deputies.Deputy;
import io.jianmi.workflow.automation.Computed;
import io.jianmi.workflow.compile.CompiledEdge;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.instance.Deed;
import io.jianmi.workflow.instance.InstanceFacts;
import io.jianmi.workflow.instance.Summons;
import io.jianmi.workflow.node.AutomationStep;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.FieldView;
import io.jianmi.workflow.node.ReturnRule;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.sign.SignMode;
import io.jianmi.workflow.sign.SignPolicy;
import io.jianmi.workflow.sign.SignRule;
import io.jianmi.workflow.sign.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks a compiled workflow as its engine would, branches of a fork one after the other, until a step waits for an answer that was not
 * given. Conditions, assignees and signatures are decided by what decides them in a running instance. Pure; one trial, one walk.
 */
final class Trial {

    /** A workflow that returns for ever is not walked for ever. */
    private static final int LONGEST = 200;

    private static final String SKIP = "skip";

    private final CompiledWorkflow workflow;
    private final Org org;
    private final Actor initiator;
    private final Function<FieldView, Map<String, FieldAccess>> shown;
    private final Iterator<String> answers;
    private final Deque<CompiledNode> tokens = new ArrayDeque<>();
    private final Map<String, Integer> awaited = new HashMap<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final List<TrialStep> steps = new ArrayList<>();
    private Sample sample;
    private @Nullable String status;
    private @Nullable String backTo;

    /**
     * @param shown what a view shows of each field in fact
     * @param answers to the steps of people, in the order in which they are asked
     */
    Trial(
            CompiledWorkflow workflow,
            Org org,
            Actor initiator,
            Sample sample,
            Function<FieldView, Map<String, FieldAccess>> shown,
            List<String> answers) {
        this.workflow = workflow;
        this.org = org;
        this.initiator = initiator;
        this.sample = sample;
        this.shown = shown;
        this.answers = answers.iterator();
    }

    TrialCourse run() {
        boolean starts =
                workflow.startWhen().map(when -> when.holds(sample.values())).orElse(true);
        if (!starts) {
            return new TrialCourse(false, TrialCourse.COMPLETED, List.of());
        }
        tokens.push(workflow.start());
        while (!tokens.isEmpty() && status == null) {
            if (steps.size() >= LONGEST) {
                status = TrialCourse.ENDLESS;
            } else {
                arrive(tokens.pop());
            }
        }
        return new TrialCourse(true, status == null ? TrialCourse.COMPLETED : status, steps);
    }

    private void arrive(CompiledNode node) {
        Duty duty = node.duty();
        if (duty instanceof Duty.Work work) {
            work(node, work);
        } else if (duty instanceof Duty.Copy copy) {
            copy(node, copy);
        } else if (duty instanceof Duty.Route) {
            CompiledEdge way = node.route(sample.values()).orElseThrow();
            steps.add(TrialStep.passing(node.key(), List.of(way.number()), Set.of()));
            follow(way);
        } else if (duty instanceof Duty.Fork) {
            fork(node);
        } else if (duty instanceof Duty.Join) {
            join(node);
        } else if (duty instanceof Duty.Finish finish) {
            steps.add(TrialStep.passing(node.key(), List.of(), finish.set().keySet()));
            status = TrialCourse.COMPLETED;
        } else {
            pass(node, duty instanceof Duty.Automate automate ? automate(node, automate) : Set.of());
        }
    }

    private void work(CompiledNode node, Duty.Work work) {
        SignRule sign = work.sign();
        Summons summons = summons();
        Found found =
                summons.foresee(node, work.assignment(), summons.excluded(node, sign, deeds), workflow.choosing());
        List<Deputy> signers = found.members().stream().map(Deputy::own).toList();
        boolean passed = found.via() == Assignees.Via.SKIP
                || found.via() != Assignees.Via.PREVIOUS
                        && SignPolicy.decide(sign, Summons.opening(sign, signers, deeds)) == Verdict.APPROVED;
        Optional<String> answer = passed ? Optional.of(SKIP) : next(work);
        Optional<CompiledEdge> way = way(node, answer);
        steps.add(new TrialStep(
                node.key(),
                way.map(edge -> List.of(edge.number())).orElse(List.of()),
                found.members(),
                Optional.of(word(found.via())),
                answer,
                offered(work),
                shown.apply(work.view()),
                Set.of()));
        if (answer.isEmpty()) {
            status = TrialCourse.OPEN;
            return;
        }
        if (!passed) {
            sign(node, sign, found.members(), answer.get());
        }
        goOn(node, work, answer.get(), way);
    }

    private void goOn(CompiledNode node, Duty.Work work, String answer, Optional<CompiledEdge> way) {
        if (answer.equals(TaskAction.RETURN.key())) {
            back(node, work.returns());
        } else if (way.isPresent() && backTo != null) {
            tokens.push(workflow.require(backTo));
            backTo = null;
        } else if (way.isPresent()) {
            follow(way.get());
        } else {
            tokens.clear();
            status = TrialCourse.REJECTED;
        }
    }

    /** Which edge an answer takes; none for a return, and for a rejection that ends the instance. */
    private static Optional<CompiledEdge> way(CompiledNode node, Optional<String> answer) {
        return answer.filter(word -> !word.equals(TaskAction.RETURN.key()))
                .flatMap(word -> word.equals(TaskAction.REJECT.key()) ? node.reject() : node.pass());
    }

    /** The next answer, if the step takes it. */
    private Optional<String> next(Duty.Work work) {
        return answers.hasNext() ? Optional.of(answers.next()).filter(offered(work)::contains) : Optional.empty();
    }

    private static Set<String> offered(Duty.Work work) {
        Set<String> offered = new TreeSet<>();
        for (TaskAction action : List.of(TaskAction.APPROVE, TaskAction.REJECT, TaskAction.RETURN)) {
            if (work.actions().contains(action)) {
                offered.add(action.key());
            }
        }
        return offered;
    }

    /** Where one decides for all it is the first; else everybody does. */
    private void sign(CompiledNode node, SignRule sign, List<MemberId> asked, String decision) {
        UUID visit = new UUID(0, steps.size());
        boolean alone = sign.mode() == SignMode.ANY || !decision.equals(TaskAction.APPROVE.key());
        // Who is not known before he is chosen acts all the same.
        (asked.isEmpty() ? List.of(MemberId.SYSTEM) : asked)
                .stream()
                        .limit(alone ? 1 : asked.size())
                        .forEach(member -> deeds.add(new Deed(member, null, node.key(), visit, decision)));
    }

    private void back(CompiledNode node, ReturnRule rule) {
        String meant = rule.fallback();
        String target = meant.equals(ReturnRule.START) ? workflow.start().key() : meant;
        if (meant.equals(ReturnRule.PREVIOUS)) {
            target = deeds.stream()
                    .filter(deed -> deed.decision().equals(TaskAction.APPROVE.key()))
                    .map(Deed::node)
                    .filter(before -> !before.equals(node.key()))
                    .reduce((first, second) -> second)
                    .orElse(workflow.start().key());
        }
        if (!workflow.blocks().left(node.key(), target).isEmpty()) {
            tokens.clear();
            awaited.clear();
        }
        backTo = rule.straightBack() ? node.key() : null;
        tokens.push(workflow.require(target));
    }

    private void copy(CompiledNode node, Duty.Copy copy) {
        Found found = summons().foresee(node, copy.assignment(), Set.of(), workflow.choosing());
        CompiledEdge way = node.pass().orElseThrow();
        steps.add(new TrialStep(
                node.key(),
                List.of(way.number()),
                found.members(),
                Optional.of(word(found.via())),
                Optional.empty(),
                Set.of(),
                shown.apply(copy.view()),
                Set.of()));
        follow(way);
    }

    private void fork(CompiledNode node) {
        List<CompiledEdge> out = node.out();
        steps.add(TrialStep.passing(
                node.key(), out.stream().map(CompiledEdge::number).toList(), Set.of()));
        workflow.blocks().inward().stream()
                .filter(block -> block.fork().equals(node.key()))
                .forEach(block -> awaited.put(block.join(), out.size()));
        IntStream.iterate(out.size() - 1, i -> i >= 0, i -> i - 1).forEach(i -> follow(out.get(i)));
    }

    /** Goes on with the last of the ways that it waits for. */
    private void join(CompiledNode node) {
        if (awaited.merge(node.key(), -1, Integer::sum) <= 0) {
            awaited.remove(node.key());
            pass(node, Set.of());
        }
    }

    /** What it changes of its own record counts from here on. */
    private Set<String> automate(CompiledNode node, Duty.Automate automate) {
        Set<String> sets = new TreeSet<>();
        for (AutomationStep.Update update : AutomationStep.of(automate.steps(), AutomationStep.Update.class)) {
            if (update.through().isEmpty()) {
                Map<String, Given> values =
                        Computed.of(node, sample.values(), initiator).values(update.values());
                sample = sample.with(values);
                sets.addAll(values.keySet());
            }
        }
        return sets;
    }

    private void pass(CompiledNode node, Set<String> sets) {
        if (node.duty() instanceof Duty.Begin && backTo != null) {
            steps.add(TrialStep.passing(node.key(), List.of(), sets));
            tokens.push(workflow.require(backTo));
            backTo = null;
            return;
        }
        CompiledEdge way = node.pass().orElseThrow();
        steps.add(TrialStep.passing(node.key(), List.of(way.number()), sets));
        follow(way);
    }

    private void follow(CompiledEdge edge) {
        tokens.push(workflow.require(edge.to()));
    }

    private Summons summons() {
        return new Summons(
                workflow.blocks(), org, initiator.id(), new InstanceFacts(sample::values, org, initiator.id()));
    }

    private static String word(Assignees.Via via) {
        return via.name().toLowerCase(Locale.ROOT);
    }
}
