package io.jianmi.form.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What design, section 4, says about one actor, one row and one field, written out sentence by sentence and slowly. It shares no code
 * with the product's decision, only the words: whatever the product lets out through any channel is held against this.
 */
public final class ReferenceModel {

    /** Lowest first. */
    public enum State {
        HIDDEN,
        MASKED,
        REVEAL,
        READ,
        EDIT;

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        public boolean withheld() {
            return this == MASKED || this == REVEAL;
        }

        public boolean readable() {
            return this == READ || this == EDIT;
        }
    }

    /** A permission group to which the actor belongs; {@code fields} may have {@code *}. */
    public record Group(
            String key, Set<String> actions, Set<String> deny, Map<String, State> fields, Set<String> replace) {}

    /** @param standing open, own, done or copied */
    public record Task(String standing, Map<String, State> fields) {}

    /**
     * @param ceilings by field, what caps besides those of the tag leave
     * @param withdrawn fields that rest on a consent which their person has taken back
     * @param shared whether somebody shares it with the actor
     */
    public record Row(
            Set<String> inScope,
            List<Task> tasks,
            Map<String, State> ceilings,
            Set<String> withdrawn,
            Set<String> revealed,
            boolean shared) {

        public static Row scoped(String... groups) {
            return new Row(new HashSet<>(Arrays.asList(groups)), List.of(), Map.of(), Set.of(), Set.of(), false);
        }

        public Row with(Task... more) {
            return new Row(inScope, List.of(more), ceilings, withdrawn, revealed, shared);
        }

        public Row revealing(String... fields) {
            return new Row(inScope, tasks, ceilings, withdrawn, new HashSet<>(Arrays.asList(fields)), shared);
        }

        public Row received() {
            return new Row(inScope, tasks, ceilings, withdrawn, revealed, true);
        }

        public Row withdrawing(Set<String> fields) {
            return new Row(inScope, tasks, ceilings, fields, revealed, shared);
        }

        boolean isWithdrawn(String field) {
            return withdrawn.contains(field) || withdrawn.contains(top(field));
        }
    }

    private final Map<String, String> levels;

    /** @param levels level word by field; a cell of a subform is {@code subform.cell} */
    public ReferenceModel(Map<String, String> levels) {
        this.levels = new LinkedHashMap<>(levels);
    }

    /** Groups of a definition, by key. */
    public static Map<String, Group> groups(JsonNode definition) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (JsonNode node : definition.path("permissionGroups")) {
            groups.put(
                    node.path("key").asText(),
                    new Group(
                            node.path("key").asText(),
                            words(node.path("actions")),
                            words(node.path("deny")),
                            states(node.path("fields")),
                            words(node.path("replace"))));
        }
        return groups;
    }

    /** Accesses of a node or a group by field. */
    public static Map<String, State> states(JsonNode fields) {
        Map<String, State> states = new LinkedHashMap<>();
        fields.properties()
                .forEach(field ->
                        states.put(field.getKey(), State.of(field.getValue().asText())));
        return states;
    }

    /**
     * "A field whose level lies above the ceiling is hidden for that client; a protected field whose declared purposes do not include the client's is hidden likewise;
     * no reveal for clients ever" (ADR 0031). A column goes with its subform.
     *
     * @param uncovered fields that are not processed for its purpose
     */
    public boolean exists(String ceiling, Set<String> uncovered, String field) {
        List<String> order = List.of("public", "internal", "personal", "sensitive", "secret");
        for (String one : List.of(field, top(field))) {
            int level = order.indexOf(levels.getOrDefault(one, "secret"));
            if (level > order.indexOf(ceiling) || level >= order.indexOf("personal") && uncovered.contains(one)) {
                return false;
            }
        }
        return true;
    }

    /** "No shares" for clients (ADR 0031): what is left of the groups that its roles give. */
    public static List<Group> ofClient(Collection<Group> groups) {
        return groups.stream()
                .map(group -> {
                    Set<String> actions = new HashSet<>(group.actions());
                    actions.remove("share");
                    return new Group(group.key(), actions, group.deny(), group.fields(), group.replace());
                })
                .toList();
    }

    /** What is left to a client of what its roles give on a field that exists for it. */
    public static State unrevealed(State state) {
        return state == State.REVEAL ? State.MASKED : state;
    }

    public Collection<String> fields() {
        return Collections.unmodifiableSet(levels.keySet());
    }

    /** "A row is visible when some matching group has the action read, or an open, done or cc task of the actor is on it." */
    public boolean visible(Collection<Group> groups, Row row) {
        return seesByGroup(groups, row) || !row.tasks().isEmpty() || seesByShare(groups, row);
    }

    /** "A shared row is read by his own groups that read, as if their rows held; a deny still blinds" (ADR 0018). */
    private static boolean seesByShare(Collection<Group> groups, Row row) {
        return row.shared() && !denied(groups, row, "read") && groups.stream().anyMatch(ReferenceModel::lends);
    }

    private static boolean lends(Group group) {
        return group.actions().contains("read") && !group.deny().contains("read");
    }

    /** "Edit is read, reveal is the mask": what a share lets be seen of a field, whatever is being done. */
    private State lent(Collection<Group> groups, Row row, String field) {
        State best = State.HIDDEN;
        if (seesByShare(groups, row)) {
            for (Group group : groups) {
                if (lends(group)) {
                    best = max(best, min(word(group, field), State.READ));
                }
            }
        }
        State left = cut(best, row, field);
        return left == State.REVEAL ? State.MASKED : left;
    }

    private static boolean seesByGroup(Collection<Group> groups, Row row) {
        boolean reads = false;
        for (Group group : groups) {
            if (row.inScope().contains(group.key())) {
                if (group.deny().contains("read")) {
                    return false;
                }
                reads |= group.actions().contains("read");
            }
        }
        return reads;
    }

    /** What the record page shows while {@code action} is done. */
    public State state(Collection<Group> groups, Row row, String action, String field) {
        return max(own(groups, row, action, field), lent(groups, row, field));
    }

    private State own(Collection<Group> groups, Row row, String action, String field) {
        State best = State.HIDDEN;
        if (seesByGroup(groups, row)) {
            for (Group group : groups) {
                if (row.inScope().contains(group.key())) {
                    best = max(best, gives(group, action, field));
                }
            }
        }
        for (Task task : row.tasks()) {
            best = max(best, gives(task, field));
        }
        return lifted(cut(best, row, field), row, field);
    }

    /** "The task page shows exactly what its node declares (after caps)"; what came back to its initiator, what his groups give. */
    public State onTaskPage(Collection<Group> groups, Row row, Task task, String field) {
        Row alone = row.with(task);
        return task.standing().equals("own")
                ? state(groups, alone, "update", field)
                : lifted(cut(gives(task, field), row, field), row, field);
    }

    /** There is no row yet, so scopes do not matter; only groups that may create give anything. */
    public State creating(Collection<Group> groups, String field) {
        State best = State.HIDDEN;
        for (Group group : groups) {
            if (group.deny().contains("create")) {
                return State.HIDDEN;
            }
        }
        for (Group group : groups) {
            if (group.actions().contains("create")) {
                best = max(best, gives(group, "create", field));
            }
        }
        return cut(best, Row.scoped(), field);
    }

    /**
     * "Masked unless the group has read and export": what the groups give, on their rows, that list both; no task, no reveal. On paper
     * what those give that list read and print, and "value, where the export right allows" of what is protected.
     *
     * @param action export or print
     */
    public State leaving(Collection<Group> groups, Row row, String action, String field) {
        if (!leaves(groups, row, action)) {
            return State.HIDDEN;
        }
        State best = State.HIDDEN;
        for (Group group : groups) {
            if (row.inScope().contains(group.key()) && group.actions().containsAll(Set.of("read", action))) {
                State given = gives(group, action, field);
                boolean inClear = List.of("public", "internal").contains(level(field))
                        || group.actions().contains("export") && !denied(groups, row, "export");
                best = max(best, inClear ? given : min(given, State.MASKED));
            }
        }
        return cut(best, row, field);
    }

    /** Whether the record may leave at all. */
    public boolean leaves(Collection<Group> groups, Row row, String action) {
        return !denied(groups, row, "read")
                && !denied(groups, row, action)
                && groups.stream()
                        .anyMatch(group -> row.inScope().contains(group.key())
                                && group.actions().containsAll(Set.of("read", action)));
    }

    private static boolean denied(Collection<Group> groups, Row row, String action) {
        return groups.stream()
                .anyMatch(group ->
                        row.inScope().contains(group.key()) && group.deny().contains(action));
    }

    /** What {@code writeScope} is about: each of these leaves a version of the record behind. */
    private static final Set<String> STORING = Set.of("create", "import", "update", "delete", "restore", "manage");

    /**
     * The groups while one version of a record is stored. "Unless the group has a writeScope": one that the version does not fulfil
     * speaks as if it listed none of the actions that store.
     *
     * @param admitting keys of the groups whose write scope the version fulfils; a group without one always does
     */
    public static List<Group> storing(Collection<Group> groups, Set<String> admitting) {
        List<Group> left = new ArrayList<>();
        for (Group group : groups) {
            Set<String> actions = new HashSet<>(group.actions());
            if (!admitting.contains(group.key())) {
                actions.removeAll(STORING);
            }
            left.add(new Group(group.key(), actions, group.deny(), group.fields(), group.replace()));
        }
        return left;
    }

    /** Whether a record may be made with these fields typed in. */
    public boolean makes(Collection<Group> groups, Set<String> admitting, Set<String> typed) {
        List<Group> left = storing(groups, admitting);
        boolean may = left.stream().anyMatch(group -> group.actions().contains("create"))
                && left.stream().noneMatch(group -> group.deny().contains("create"));
        return may
                && typed.stream()
                        .map(field -> creating(left, field))
                        .allMatch(state -> state == State.EDIT || state.withheld());
    }

    /** Whether the next version of a record may be stored by this action with these fields changed, each sent as a value to read. */
    public boolean changes(Collection<Group> groups, Row row, Set<String> admitting, String action, Set<String> typed) {
        List<Group> left = storing(groups, admitting);
        boolean may = false;
        for (Group group : left) {
            if (row.inScope().contains(group.key())) {
                if (group.deny().contains(action)) {
                    return false;
                }
                may |= group.actions().contains(action);
            }
        }
        return may
                && seesByGroup(left, row)
                && typed.stream().allMatch(field -> state(left, row, action, field) == State.EDIT);
    }

    /** "Where a group gives edit before the cap or lists the field in replace." */
    public boolean replaceable(Collection<Group> groups, Row row, String action, String field) {
        // A share gives reading alone: of what only it shows nothing is replaced.
        State after = own(groups, row, action, field);
        if (after == State.EDIT || after == State.HIDDEN) {
            return false;
        }
        boolean may = false;
        for (Task task : row.tasks()) {
            may |= gives(task, field) == State.EDIT;
        }
        if (seesByGroup(groups, row)) {
            for (Group group : groups) {
                if (row.inScope().contains(group.key())) {
                    boolean listed =
                            group.actions().contains(action) && group.replace().contains(top(field));
                    may |= listed || gives(group, action, field) == State.EDIT;
                }
            }
        }
        return may;
    }

    /** The most that any of his groups could ever give: at hidden, the field does not exist for him. */
    public State atMost(Collection<Group> groups, String field) {
        State best = State.HIDDEN;
        for (Group group : groups) {
            best = max(best, word(group, field));
        }
        return cut(best, Row.scoped(), field);
    }

    /** Keys of the groups on whose rows he may compute with the field while reading. */
    public Set<String> reading(Collection<Group> groups, String field) {
        Set<String> keys = new HashSet<>();
        for (Group group : groups) {
            if (group.actions().contains("read")
                    && cut(gives(group, "read", field), Row.scoped(), field).readable()) {
                keys.add(group.key());
            }
        }
        return keys;
    }

    /** Keys of the groups on whose rows a declared blind index on the field answers him: where he reads it, and where he may search. */
    public Set<String> searching(Collection<Group> groups, String field) {
        Set<String> keys = reading(groups, field);
        for (Group group : groups) {
            if (group.actions().contains("search") && word(group, field) != State.HIDDEN) {
                keys.add(group.key());
            }
        }
        return keys;
    }

    /** Whether he may ask about all records, in sight or not, if they hold a value of the field: some group says so and knows the field. */
    public boolean findsDuplicates(Collection<Group> groups, String field) {
        return groups.stream()
                .anyMatch(group -> group.actions().contains("duplicates") && word(group, field) != State.HIDDEN);
    }

    /**
     * Whether one of these groups speaks on the row: a row that only a task shows is no one's to compute with. On a shared row those speak
     * that read the field; a right to search it unread is not lent. Nobody computes with what is withdrawn.
     */
    public boolean computes(Collection<Group> groups, Row row, Set<String> keys, String field) {
        if (row.isWithdrawn(field)) {
            return false;
        }
        boolean own = seesByGroup(groups, row) && keys.stream().anyMatch(row.inScope()::contains);
        return own
                || seesByShare(groups, row)
                        && groups.stream()
                                .filter(ReferenceModel::lends)
                                .anyMatch(group -> keys.contains(group.key())
                                        && cut(word(group, field), Row.scoped(), field)
                                                .readable());
    }

    /** Whether a declared blind index finds the row for him. Of what is withdrawn only the right to search unread is left. */
    public boolean finds(Collection<Group> groups, Row row, String field) {
        if (!row.isWithdrawn(field)) {
            return computes(groups, row, searching(groups, field), field);
        }
        return seesByGroup(groups, row)
                && groups.stream()
                        .anyMatch(group -> row.inScope().contains(group.key())
                                && group.actions().contains("search")
                                && word(group, field) != State.HIDDEN);
    }

    private State gives(Group group, String action, String field) {
        State word = word(group, field);
        if (word != State.EDIT || group.actions().contains(action)) {
            return word;
        }
        return group.actions().contains("read") ? State.READ : State.HIDDEN;
    }

    /** "A field that a group neither names nor covers by * gets the table's default." */
    private State word(Group group, String field) {
        State word = group.fields().get(top(field));
        if (word == null) {
            word = group.fields().get("*");
        }
        if (word != null) {
            return word;
        }
        return switch (level(top(field))) {
            case "public" -> State.READ;
            case "internal" -> State.HIDDEN;
            default -> State.MASKED;
        };
    }

    private static State gives(Task task, String field) {
        State word = task.fields().getOrDefault(top(field), task.fields().getOrDefault("*", State.HIDDEN));
        return switch (task.standing()) {
            case "open" -> word;
            case "done" -> min(word, State.MASKED);
            case "copied" -> min(word, State.READ);
            case "own" -> State.HIDDEN;
            default -> throw new IllegalArgumentException(task.standing());
        };
    }

    private State cut(State state, Row row, String field) {
        State left = state;
        if (level(field).equals("sensitive")) {
            left = min(left, State.REVEAL);
        }
        if (!List.of("public", "internal", "personal", "sensitive").contains(level(field))) {
            left = min(left, State.MASKED);
        }
        // "Then every matching cap cuts reading down: ... consent withdrawn": nobody reads it, the mask is left (ADR
        // 0024).
        if (row.isWithdrawn(field)) {
            left = min(left, State.MASKED);
        }
        return row.ceilings().containsKey(field) ? min(left, row.ceilings().get(field)) : left;
    }

    private State lifted(State state, Row row, String field) {
        boolean opens = row.revealed().contains(field) && !level(field).equals("secret") && state != State.HIDDEN;
        // A reveal is for a purpose; what nobody agrees to any more is not open for it.
        opens &= !row.isWithdrawn(field);
        return opens ? max(state, State.READ) : state;
    }

    private String level(String field) {
        return levels.getOrDefault(field, "secret");
    }

    private static String top(String field) {
        return field.split("\\.", 2)[0];
    }

    private static State max(State one, State other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static State min(State one, State other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Set<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return new HashSet<>(words);
    }
}
