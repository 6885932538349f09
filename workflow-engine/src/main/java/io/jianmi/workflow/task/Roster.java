package io.jianmi.workflow.task;

import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.sign.SignRule;
import io.jianmi.workflow.sign.Signature;
import io.jianmi.workflow.sign.Signer;
import io.jianmi.workflow.sign.Signing;
import io.jianmi.workflow.sign.Verdict;
import io.jianmi.workflow.task.ActPlan.Added;
import io.jianmi.workflow.task.ActPlan.Change;
import io.jianmi.workflow.task.LoadedTask.Sibling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The signers of a visit while one act changes them: afterwards it says what the signatures amount to and which tasks
 * begin or cease to wait. Not for reuse after {@link #changes}.
 */
final class Roster {

    static final String REMOVED = "removed";

    private static final Set<String> REJECTIONS = Set.of(TaskAction.REJECT.key(), TimeOutPlan.REJECTED);

    private final SignRule rule;
    private final Map<UUID, Sibling> stored = new LinkedHashMap<>();
    private final Map<UUID, Signer> signers = new LinkedHashMap<>();
    private final List<Added> added = new ArrayList<>();

    private Roster(SignRule rule, List<Sibling> siblings) {
        this.rule = rule;
        siblings.forEach(sibling -> stored.put(sibling.id(), sibling));
    }

    static Roster of(SignRule rule, List<Sibling> siblings) {
        Roster roster = new Roster(rule, siblings);
        siblings.forEach(sibling -> signature(sibling).ifPresent(signature -> roster.sign(sibling.id(), signature)));
        return roster;
    }

    /** Sets, or changes, what the person of a task says. */
    Roster sign(UUID task, Signature signature) {
        Sibling sibling = Objects.requireNonNull(stored.get(task));
        signers.put(task, new Signer(task, sibling.seatId(), sibling.turn(), sibling.rank(), signature));
        return this;
    }

    /** Those whom the decision of another had made unnecessary are asked again. */
    Roster restore() {
        stored.values().stream()
                .filter(sibling -> sibling.status() == TaskStatus.CANCELLED && sibling.decision() == null)
                .forEach(sibling -> sign(sibling.id(), Signature.WAITING));
        return this;
    }

    Roster leave(UUID task) {
        signers.remove(task);
        return this;
    }

    /** He waits until it is clear whose turn it is. */
    Roster add(Added one) {
        signers.put(one.id(), new Signer(one.id(), one.seat(), one.turn(), one.rank(), Signature.WAITING));
        added.add(one);
        return this;
    }

    Verdict verdict() {
        return Signing.of(rule, List.copyOf(signers.values())).verdict();
    }

    Collection<Double> ranks(UUID seat) {
        return signers.values().stream()
                .filter(signer -> signer.seat().equals(seat))
                .map(Signer::rank)
                .toList();
    }

    /** @param own the task acted on, whose status the plan itself says */
    List<Change> changes(UUID own) {
        Set<UUID> standing = standing();
        boolean decided = verdict() != Verdict.PENDING;
        List<Change> changes = new ArrayList<>();
        stored.values().stream().filter(sibling -> !sibling.id().equals(own)).forEach(sibling -> {
            TaskStatus to = after(sibling, decided, standing);
            if (to != sibling.status()) {
                boolean removed = !signers.containsKey(sibling.id());
                changes.add(new Change(sibling.id(), sibling.status(), to, removed ? REMOVED : null));
            }
        });
        return changes;
    }

    List<Added> added() {
        Set<UUID> standing = standing();
        return added.stream()
                .map(one -> standing.contains(one.id()) ? one.standing() : one)
                .toList();
    }

    boolean stands(UUID task) {
        return standing().contains(task);
    }

    private Set<UUID> standing() {
        return Signing.of(rule, List.copyOf(signers.values())).standing();
    }

    private TaskStatus after(Sibling sibling, boolean decided, Set<UUID> standing) {
        Signer signer = signers.get(sibling.id());
        if (signer == null) {
            return sibling.undecided() ? TaskStatus.CANCELLED : sibling.status();
        }
        if (signer.signature() == Signature.APPROVED || signer.signature() == Signature.REJECTED) {
            return sibling.status();
        }
        if (decided) {
            return TaskStatus.CANCELLED;
        }
        return standing.contains(sibling.id()) ? TaskStatus.OPEN : TaskStatus.WAITING;
    }

    private static Optional<Signature> signature(Sibling sibling) {
        return switch (sibling.status()) {
            case WAITING -> Optional.of(Signature.WAITING);
            case OPEN -> Optional.of(Signature.OPEN);
            case DONE -> Optional.of(REJECTIONS.contains(sibling.decision()) ? Signature.REJECTED : Signature.APPROVED);
            case TRANSFERRED, CANCELLED -> Optional.empty();
        };
    }
}
