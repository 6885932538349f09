package io.jianmi.form.access;

import java.util.List;
import java.util.Set;

/**
 * What is known of one actor and one record besides his groups.
 *
 * @param inScope keys of his groups whose scope matches this record; groups without a scope always belong to it
 * @param tasks his tasks on this record
 * @param caps caps besides those of the tag
 * @param revealed fields of this record under an unexpired reveal of his
 * @param shared whether somebody shares this record with him now
 */
public record RowFacts(
        Set<String> inScope, List<TaskAccess> tasks, List<Cap> caps, Set<String> revealed, boolean shared) {

    public RowFacts {
        inScope = Set.copyOf(inScope);
        tasks = List.copyOf(tasks);
        caps = List.copyOf(caps);
        revealed = Set.copyOf(revealed);
    }

    /** What nobody shares with him. */
    public RowFacts(Set<String> inScope, List<TaskAccess> tasks, List<Cap> caps, Set<String> revealed) {
        this(inScope, tasks, caps, revealed, false);
    }

    /** Whether the record does not exist for him whatever he has on it. */
    boolean gone() {
        return caps.stream().anyMatch(Cap::takesAll);
    }

    /** Whether scopes and a share are all there is. */
    boolean usual() {
        return tasks.isEmpty() && caps.isEmpty() && revealed.isEmpty();
    }

    /** The same with this task of his alone. */
    RowFacts with(TaskAccess task) {
        return new RowFacts(inScope, List.of(task), caps, revealed, shared);
    }

    /** A record in these scopes and nothing else. */
    public static RowFacts scoped(Set<String> inScope) {
        return new RowFacts(inScope, List.of(), List.of(), Set.of());
    }
}
