package io.jianmi.form.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks as another sees on every row exactly the lesser of what both see while reading, and does nothing. */
class JointGroupsTest {

    private static final int ROUNDS = 2_000;

    private static final Map<String, Sensitivity> LEVELS = Map.of(
            "open", Sensitivity.PUBLIC,
            "plain", Sensitivity.INTERNAL,
            "name", Sensitivity.PERSONAL,
            "id", Sensitivity.SENSITIVE,
            "pin", Sensitivity.SECRET,
            "rows", Sensitivity.PUBLIC,
            "rows.cell", Sensitivity.SENSITIVE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void exactlyTheLesserOfBoth(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            List<PermissionGroup> shown = groups(random, "s");
            List<PermissionGroup> looking = groups(random, "l");
            Grants joint = new Grants(JointGroups.of(shown, looking, LEVELS), LEVELS);

            RowAccess access = joint.on(RecordAction.READ, RowFacts.scoped(Set.of()));
            RowAccess his = new Grants(shown, LEVELS).on(RecordAction.READ, RowFacts.scoped(Set.of()));
            RowAccess own = new Grants(looking, LEVELS).on(RecordAction.READ, RowFacts.scoped(Set.of()));

            assertThat(access.visible()).isEqualTo(his.visible() && own.visible());
            LEVELS.keySet()
                    .forEach(field -> assertThat(access.of(field))
                            .isEqualTo(his.of(field).min(own.of(field)).min(FieldAccess.READ)));
            Set<RecordAction> acts = new HashSet<>(Set.of(RecordAction.values()));
            acts.remove(RecordAction.READ);
            acts.forEach(act -> assertThat(joint.ever(act)).isFalse());
            assertThat(access.terms().values()).allMatch(List::isEmpty);
            assertThat(access.replaceable()).isEmpty();
            for (RecordAction act : acts) {
                LEVELS.keySet()
                        .forEach(field -> assertThat(
                                        joint.on(act, RowFacts.scoped(Set.of())).of(field))
                                .isLessThanOrEqualTo(access.of(field)));
            }
        }
    }

    private static List<PermissionGroup> groups(Random random, String prefix) {
        List<PermissionGroup> groups = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Map<String, FieldAccess> fields = new LinkedHashMap<>();
            LEVELS.keySet().stream()
                    .filter(field -> field.indexOf('.') < 0 && random.nextInt(3) == 0)
                    .forEach(field -> fields.put(field, any(random)));
            Set<RecordAction> actions = new HashSet<>();
            for (RecordAction action : RecordAction.values()) {
                if (random.nextBoolean()) {
                    actions.add(action);
                }
            }
            groups.add(new PermissionGroup(
                    prefix + i,
                    GroupMembers.ofRoles("any"),
                    actions,
                    null,
                    null,
                    fields,
                    random.nextBoolean() ? Optional.of(any(random)) : Optional.empty(),
                    new RevealTerms(
                            Set.of("sales"), 5, OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Set.of()),
                    random.nextBoolean() ? Set.of("name") : Set.of(),
                    random.nextInt(8) == 0 ? Set.of(RecordAction.READ) : Set.of()));
        }
        return groups;
    }

    private static FieldAccess any(Random random) {
        List<FieldAccess> all = List.copyOf(EnumSet.allOf(FieldAccess.class));
        return all.get(random.nextInt(all.size()));
    }
}
