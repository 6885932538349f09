package io.jianmi.form.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for all groups, tasks, caps and reveals. */
class AccessPropertiesTest {

    private static final int ROUNDS = 400;
    private static final Map<String, Sensitivity> LEVELS = levels();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void moreGroupsNeverLowerAndTheirOrderDoesNotMatter(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            List<PermissionGroup> groups = groups(random, false);
            RowFacts facts = facts(random, groups, List.of());
            RecordAction action = any(random, RecordAction.values());
            RowAccess all = new Grants(groups, LEVELS).on(action, facts);
            RowAccess fewer = new Grants(groups.subList(1, groups.size()), LEVELS).on(action, facts);
            LEVELS.keySet().forEach(field -> assertThat(all.of(field)).isGreaterThanOrEqualTo(fewer.of(field)));
            List<PermissionGroup> shuffled = new ArrayList<>(groups);
            Collections.shuffle(shuffled, random);
            assertThat(new Grants(shuffled, LEVELS).on(action, facts).fields()).isEqualTo(all.fields());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void moreCapsNeverRaiseAndABrokenCapApplies(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            List<PermissionGroup> groups = groups(random, true);
            RowFacts free = facts(random, groups, List.of());
            Cap cap = cap(any(random, FieldAccess.values()), random.nextInt(3));
            RowFacts capped = new RowFacts(free.inScope(), free.tasks(), List.of(cap), free.revealed());
            RecordAction action = any(random, RecordAction.values());
            Grants grants = new Grants(groups, LEVELS);
            LEVELS.keySet()
                    .forEach(field -> assertThat(grants.on(action, capped).of(field))
                            .isLessThanOrEqualTo(grants.on(action, free).of(field)));
        }
    }

    /** @param kind 0: never applies, 1: applies to protected values, 2: cannot say */
    private static Cap cap(FieldAccess ceiling, int kind) {
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
            public boolean applies(String field, Sensitivity level) {
                if (kind == 2) {
                    throw new IllegalStateException("broken");
                }
                return kind == 1 && level.encrypted();
            }
        };
    }

    private static List<PermissionGroup> groups(Random random, boolean denying) {
        List<PermissionGroup> groups = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Map<String, FieldAccess> fields = new LinkedHashMap<>();
            LEVELS.keySet().stream()
                    .filter(field -> random.nextInt(3) == 0)
                    .forEach(field -> fields.put(field, any(random, FieldAccess.values())));
            Set<RecordAction> actions = EnumSet.noneOf(RecordAction.class);
            EnumSet.allOf(RecordAction.class).stream()
                    .filter(action -> random.nextInt(2) == 0)
                    .forEach(actions::add);
            groups.add(new PermissionGroup(
                    "g" + i,
                    GroupMembers.ofRoles("any"),
                    actions,
                    null,
                    null,
                    fields,
                    random.nextBoolean() ? Optional.of(any(random, FieldAccess.values())) : Optional.empty(),
                    null,
                    Set.of(),
                    denying && random.nextInt(6) == 0 ? Set.of(RecordAction.READ) : Set.of()));
        }
        return groups;
    }

    private static RowFacts facts(Random random, List<PermissionGroup> groups, List<Cap> caps) {
        Set<String> scopes = new HashSet<>();
        groups.stream().filter(group -> random.nextBoolean()).forEach(group -> scopes.add(group.key()));
        List<TaskAccess> tasks = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            Map<String, FieldAccess> fields = new LinkedHashMap<>();
            fields.put("*", any(random, FieldAccess.values()));
            fields.put("name", any(random, FieldAccess.values()));
            tasks.add(new TaskAccess(any(random, TaskAccess.Standing.values()), fields));
        }
        Set<String> revealed = random.nextInt(3) == 0 ? Set.of("idNumber", "pin") : Set.of();
        return new RowFacts(scopes, tasks, caps, revealed);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Map<String, Sensitivity> levels() {
        Map<String, Sensitivity> levels = new LinkedHashMap<>();
        levels.put("open", Sensitivity.PUBLIC);
        levels.put("plain", Sensitivity.INTERNAL);
        levels.put("name", Sensitivity.PERSONAL);
        levels.put("idNumber", Sensitivity.SENSITIVE);
        levels.put("pin", Sensitivity.SECRET);
        return levels;
    }
}
