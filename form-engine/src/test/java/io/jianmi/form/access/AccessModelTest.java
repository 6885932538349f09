package io.jianmi.form.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.ApiClient;
import io.jianmi.core.identity.ClientTerms;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.expression.Expressions;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.State;
import io.jianmi.form.testing.TestForms;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The product's decision against the reference model, on random policies and rows. */
class AccessModelTest {

    private static final int ROUNDS = 1_500;
    private static final CompiledExpression SOME_SCOPE = new Expressions(TestForms.CLOCK, ZoneId.of("Asia/Shanghai"))
            .compile("1 = 1", Names.none(), Type.BOOLEAN)
            .expression()
            .orElseThrow();

    /** What leaves as a file or on paper has a rule of its own. */
    private static final RecordAction[] ON_SCREEN = Arrays.stream(RecordAction.values())
            .filter(action -> !action.leaves())
            .toArray(RecordAction[]::new);

    /** Two fields of each level, and a subform with a cell of each. */
    private static final Map<String, Sensitivity> LEVELS = levels();

    /** Each field rests on a consent of its own. */
    private static final ConsentBases RESTING = new ConsentBases(
            LEVELS.keySet().stream().collect(Collectors.toMap(field -> field, field -> Set.of(Set.of(field)))));

    private final ReferenceModel model = new ReferenceModel(LEVELS.entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey, entry -> entry.getValue().key())));

    /** Fixed seeds, and one of the moment: a failure prints the seed that brings it back. */
    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 4, 5, Long.getLong("seed", System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onARecord(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Case one = new Case(random);
            RecordAction action = any(random, ON_SCREEN);
            RowAccess decided = one.grants.on(action, one.facts());

            String where = "seed " + seed + ", round " + round + ": " + one;
            assertThat(decided.visible()).as(where).isEqualTo(model.visible(one.groups, one.row));
            if (one.row.shared()) {
                assertThat(decided.actions()).as(where).isSubsetOf(withReading(one.unshared(action)));
            }
            for (String field : LEVELS.keySet()) {
                State expected = model.visible(one.groups, one.row)
                        ? model.state(one.groups, one.row, action.key(), field)
                        : State.HIDDEN;
                assertThat(state(decided.of(field))).as(field + ", " + where).isEqualTo(expected);
                assertThat(decided.replaceable().contains(field))
                        .as("replacing " + field + ", " + where)
                        .isEqualTo(model.replaceable(one.groups, one.row, action.key(), field));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavingInAFileOrOnPaper(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Case one = new Case(random);
            RecordAction action = random.nextBoolean() ? RecordAction.EXPORT : RecordAction.PRINT;
            RowAccess decided = one.grants.on(action, one.facts());
            assertThat(decided.visible())
                    .as("seed " + seed + ", round " + round + ": " + one)
                    .isEqualTo(model.leaves(one.groups, one.row, action.key()));
            for (String field : LEVELS.keySet()) {
                String where = action + " " + field + ", seed " + seed + ", round " + round + ": " + one;
                assertThat(state(decided.of(field)))
                        .as(where)
                        .isEqualTo(model.leaving(one.groups, one.row, action.key(), field));
                assertThat(action == RecordAction.PRINT
                                || one.grants.leaving(field).atLeast(decided.of(field)))
                        .as("at most " + where)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void throughATask(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Case one = new Case(random);
            ReferenceModel.Task task = task(random);
            RowAccess decided = one.grants.through(product(task), one.facts());
            for (String field : LEVELS.keySet()) {
                assertThat(state(decided.of(field)))
                        .as(field + ", seed " + seed + ", round " + round + ": " + one + ", " + task)
                        .isEqualTo(model.onTaskPage(one.groups, one.row, task, field));
            }
        }
    }

    /** Groups that do not let a version be stored lend their reading half, on a record, through a task and without either. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whileAVersionIsStored(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Case one = new Case(random);
            Set<String> admitting = one.groups.stream()
                    .map(ReferenceModel.Group::key)
                    .filter(key -> random.nextBoolean())
                    .collect(Collectors.toSet());
            Set<String> refusing = one.groups.stream()
                    .map(ReferenceModel.Group::key)
                    .filter(key -> !admitting.contains(key))
                    .collect(Collectors.toSet());
            List<ReferenceModel.Group> left = ReferenceModel.storing(one.groups, admitting);
            Grants storing = one.grants.without(refusing);
            RecordAction action = any(random, ON_SCREEN);
            ReferenceModel.Task task = task(random);
            RowAccess decided = storing.on(action, one.facts());
            RowAccess creating = storing.creating();
            RowAccess through = storing.through(product(task), one.facts());

            String where = "seed " + seed + ", round " + round + ": " + refusing + " refuse, " + one;
            assertThat(creating.visible()).as(where).isEqualTo(model.makes(one.groups, admitting, Set.of()));
            for (String field : LEVELS.keySet()) {
                State expected =
                        model.visible(left, one.row) ? model.state(left, one.row, action.key(), field) : State.HIDDEN;
                assertThat(state(decided.of(field))).as(field + ", " + where).isEqualTo(expected);
                if (one.row.tasks().isEmpty()) {
                    assertThat(decided.allows(action) && decided.editable(field))
                            .as("storing " + field + ", " + where)
                            .isEqualTo(model.changes(one.groups, one.row, admitting, action.key(), Set.of(field)));
                }
                assertThat(creating.enterable(field))
                        .as("entering " + field + ", " + where)
                        .isEqualTo(model.makes(one.groups, admitting, Set.of(field)));
                assertThat(state(through.of(field)))
                        .as(field + " through " + task + ", " + where)
                        .isEqualTo(model.onTaskPage(left, one.row, task, field));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withoutARecord(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Case one = new Case(random);
            RowAccess creating = one.grants.creating();
            for (String field : LEVELS.keySet()) {
                String where = field + ", seed " + seed + ", round " + round + ": " + one;
                assertThat(state(creating.of(field))).as(where).isEqualTo(model.creating(one.groups, field));
                assertThat(state(one.grants.atMost(field))).as(where).isEqualTo(model.atMost(one.groups, field));
                assertThat(one.grants.reading(field).stream()
                                .map(PermissionGroup::key)
                                .collect(Collectors.toSet()))
                        .as(where)
                        .isEqualTo(model.reading(one.groups, field));
            }
        }
    }

    /** An API client has what its roles give, less what its ceiling and its purpose cut, wherever it comes from. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void asAnApiClient(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Case one = new Case(random);
            Sensitivity ceiling =
                    any(random, new Sensitivity[] {Sensitivity.PUBLIC, Sensitivity.INTERNAL, Sensitivity.PERSONAL});
            Set<String> uncovered = new HashSet<>(some(random, 3));
            Grants client = one.client(ceiling, uncovered);
            RowFacts facts = one.facts();
            RowFacts unrevealed = new RowFacts(facts.inScope(), facts.tasks(), facts.caps(), Set.of(), facts.shared());
            RecordAction action = any(random, RecordAction.values());
            RowAccess decided = client.on(action, unrevealed);
            ReferenceModel.Row row = one.row.revealing();
            List<ReferenceModel.Group> groups = ReferenceModel.ofClient(one.groups);
            for (String field : LEVELS.keySet()) {
                String where = ceiling + " " + uncovered + " " + action + " " + field + ", seed " + seed + ", round "
                        + round + ": " + one;
                boolean exists = model.exists(ceiling.key(), uncovered, field);
                State free = action.leaves()
                        ? model.leaving(groups, row, action.key(), field)
                        : model.visible(groups, row) ? model.state(groups, row, action.key(), field) : State.HIDDEN;
                State expected = exists ? ReferenceModel.unrevealed(free) : State.HIDDEN;
                assertThat(state(decided.of(field))).as(where).isEqualTo(expected);
                assertThat(state(client.atMost(field)))
                        .as("at most " + where)
                        .isEqualTo(exists ? ReferenceModel.unrevealed(model.atMost(groups, field)) : State.HIDDEN);
                assertThat(client.reading(field).isEmpty())
                        .as("reading " + where)
                        .isEqualTo(!exists || model.reading(groups, field).isEmpty());
                assertThat(decided.replaceable().contains(field) && !exists)
                        .as("replacing " + where)
                        .isFalse();
                assertThat(decided.terms(field)).as("revealing " + where).isEmpty();
                assertThat(exists || client.creating().of(field) == FieldAccess.HIDDEN)
                        .as("entering " + where)
                        .isTrue();
                assertThat(exists
                                || field.contains(".")
                                || client.groups().stream()
                                        .allMatch(group ->
                                                group.declared(field, LEVELS.get(field)) == FieldAccess.HIDDEN))
                        .as("searching " + where)
                        .isTrue();
            }
        }
    }

    /** The model is no copy: a decision that forgets scopes, caps, tasks or shares is told apart from it at once. */
    @ParameterizedTest
    @ValueSource(strings = {"scope", "cap", "task", "share"})
    void theModelTellsAForgetfulDecisionApart(String forgotten) {
        Random random = new Random(6);
        int differences = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Case one = new Case(random);
            RowFacts facts = one.facts();
            RowFacts forgetful = new RowFacts(
                    forgotten.equals("scope")
                            ? one.groups.stream().map(ReferenceModel.Group::key).collect(Collectors.toSet())
                            : facts.inScope(),
                    forgotten.equals("task") ? List.of() : facts.tasks(),
                    forgotten.equals("cap") ? List.of() : facts.caps(),
                    facts.revealed(),
                    facts.shared() && !forgotten.equals("share"));
            RowAccess decided = one.grants.on(RecordAction.READ, forgetful);
            for (String field : LEVELS.keySet()) {
                differences += state(decided.of(field)) == model.state(one.groups, one.row, "read", field) ? 0 : 1;
            }
        }
        assertThat(differences).isGreaterThan(100);
    }

    private static Set<RecordAction> withReading(RowAccess access) {
        Set<RecordAction> actions = EnumSet.of(RecordAction.READ);
        actions.addAll(access.actions());
        return actions;
    }

    /** Groups, a row, and the same in the product's words. */
    private static final class Case {

        private final List<ReferenceModel.Group> groups = new ArrayList<>();
        private final ReferenceModel.Row row;
        private final Grants grants;
        private final List<PermissionGroup> permission = new ArrayList<>();

        Case(Random random) {
            Set<String> inScope = new HashSet<>();
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                ReferenceModel.Group group = group(random, "g" + i);
                boolean scoped = random.nextInt(3) > 0;
                if (!scoped || random.nextBoolean()) {
                    inScope.add(group.key());
                }
                groups.add(group);
                permission.add(product(group, scoped));
            }
            List<ReferenceModel.Task> tasks = new ArrayList<>();
            for (int i = random.nextInt(4) - 1; i > 0; i--) {
                tasks.add(task(random));
            }
            Map<String, State> ceilings = new LinkedHashMap<>();
            some(random, 6).forEach(field -> ceilings.put(field, any(random, State.values())));
            row = new ReferenceModel.Row(
                    inScope,
                    tasks,
                    ceilings,
                    new HashSet<>(some(random, 8)),
                    new HashSet<>(some(random, 5)),
                    random.nextInt(3) == 0);
            grants = new Grants(permission, LEVELS);
        }

        /** What a client with the role of all these groups has of them. */
        Grants client(Sensitivity ceiling, Set<String> uncovered) {
            PurposeBases purposes = new PurposeBases(LEVELS.keySet().stream()
                    .collect(Collectors.toMap(
                            field -> field, field -> Set.of(Set.of(uncovered.contains(field) ? "other" : "mine")))));
            ClientTerms terms = new ClientTerms(ceiling, "mine");
            Actor actor =
                    new ApiClient(new UUID(0, 1), "test", Set.of("any"), terms, true).actor(new TenantKey("demo"));
            ClientCut cut = ClientCut.of(terms, LEVELS, purposes);
            return new Grants(ClientGroups.of(permission, actor, cut, LEVELS), LEVELS, cut);
        }

        RowFacts facts() {
            List<Cap> caps = new ArrayList<>();
            row.ceilings().forEach((field, ceiling) -> caps.add(cap(field, FieldAccess.valueOf(ceiling.name()))));
            caps.addAll(RESTING.caps(LEVELS.keySet().stream()
                    .map(field -> (row.withdrawn().contains(field) ? "-" : "+") + field)
                    .toArray(String[]::new)));
            return new RowFacts(
                    row.inScope(),
                    row.tasks().stream().map(AccessModelTest::product).toList(),
                    caps,
                    row.revealed(),
                    row.shared());
        }

        /** The decision if nobody shared the row. */
        RowAccess unshared(RecordAction action) {
            RowFacts facts = facts();
            return grants.on(action, new RowFacts(facts.inScope(), facts.tasks(), facts.caps(), facts.revealed()));
        }

        @Override
        public String toString() {
            return groups + " " + row;
        }
    }

    private static ReferenceModel.Group group(Random random, String key) {
        Map<String, State> fields = new LinkedHashMap<>();
        LEVELS.keySet().stream()
                .filter(field -> !field.contains(".") && random.nextInt(3) == 0)
                .forEach(field -> fields.put(field, any(random, State.values())));
        if (random.nextBoolean()) {
            fields.put("*", any(random, State.values()));
        }
        return new ReferenceModel.Group(
                key,
                actions(random, 2),
                random.nextInt(5) == 0 ? actions(random, 4) : Set.of(),
                fields,
                new HashSet<>(some(random, 5).stream()
                        .filter(field -> !field.contains("."))
                        .toList()));
    }

    private static ReferenceModel.Task task(Random random) {
        Map<String, State> fields = new LinkedHashMap<>();
        some(random, 3).stream()
                .filter(field -> !field.contains("."))
                .forEach(field -> fields.put(field, any(random, State.values())));
        if (random.nextBoolean()) {
            fields.put("*", any(random, State.values()));
        }
        return new ReferenceModel.Task(any(random, new String[] {"open", "own", "done", "copied"}), fields);
    }

    private static PermissionGroup product(ReferenceModel.Group group, boolean scoped) {
        Map<String, FieldAccess> fields = product(group.fields());
        FieldAccess otherwise = fields.remove("*");
        return new PermissionGroup(
                group.key(),
                GroupMembers.ofRoles("any"),
                parsed(group.actions()),
                scoped ? SOME_SCOPE : null,
                null,
                fields,
                Optional.ofNullable(otherwise),
                null,
                group.replace(),
                parsed(group.deny()));
    }

    private static TaskAccess product(ReferenceModel.Task task) {
        return new TaskAccess(
                TaskAccess.Standing.valueOf(task.standing().toUpperCase(Locale.ROOT)), product(task.fields()));
    }

    private static Map<String, FieldAccess> product(Map<String, State> states) {
        Map<String, FieldAccess> fields = new LinkedHashMap<>();
        states.forEach((field, state) -> fields.put(field, FieldAccess.valueOf(state.name())));
        return fields;
    }

    private static Set<RecordAction> parsed(Set<String> words) {
        Set<RecordAction> actions = EnumSet.noneOf(RecordAction.class);
        words.forEach(word -> actions.add(RecordAction.parse(word).orElseThrow()));
        return actions;
    }

    private static State state(FieldAccess access) {
        return State.valueOf(access.name());
    }

    private static Cap cap(String field, FieldAccess ceiling) {
        return new Cap() {
            @Override
            public String key() {
                return "test";
            }

            @Override
            public FieldAccess ceiling() {
                return ceiling;
            }

            @Override
            public boolean applies(String other, Sensitivity level) {
                return field.equals(other);
            }
        };
    }

    private static Set<String> actions(Random random, int rarity) {
        Set<String> actions = new HashSet<>();
        for (RecordAction action : RecordAction.values()) {
            if (random.nextInt(rarity) == 0) {
                actions.add(action.key());
            }
        }
        return actions;
    }

    private static List<String> some(Random random, int rarity) {
        return LEVELS.keySet().stream()
                .filter(field -> random.nextInt(rarity) == 0)
                .toList();
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Map<String, Sensitivity> levels() {
        Map<String, Sensitivity> levels = new LinkedHashMap<>();
        for (Sensitivity level : Sensitivity.values()) {
            levels.put(level.key() + "One", level);
            levels.put(level.key() + "Two", level);
            levels.put("rows." + level.key(), level);
        }
        levels.put("rows", Sensitivity.INTERNAL);
        return levels;
    }
}
