package io.jianmi.form.compile;

import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.GroupMembers;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RevealTerms;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.definition.GroupDefinition;
import io.jianmi.form.expression.Names;
import io.jianmi.form.field.Report;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles permission groups against the fields they name. */
final class GroupCompiler {

    private static final String ALL = "*";

    /** No key of a group that a definition declares. */
    private static final String VISITORS = "(public)";

    private final ExpressionSite site;
    private final Map<String, CompiledField> fields;
    private final SqlColumns columns;
    private final Names names;
    private final Set<String> fresh;
    private final Set<String> keys = new HashSet<>();

    /** @param fresh protected fields that the version before did not have, or not protected */
    GroupCompiler(
            ExpressionSite site,
            Map<String, CompiledField> fields,
            SqlColumns columns,
            Names names,
            Collection<String> fresh) {
        this.site = site;
        this.fields = fields;
        this.columns = columns;
        this.names = names;
        this.fresh = new LinkedHashSet<>(fresh);
    }

    PermissionGroup compile(GroupDefinition group) {
        Report place = new Report(group.pointer(), site.findings());
        if (!keys.add(group.key())) {
            place.child("key").error("group.duplicate-key", Map.of("key", group.key()));
        }
        checkReplace(group, place.child("replace"));
        Optional<FieldAccess> otherwise =
                Optional.ofNullable(group.fields().get(ALL)).flatMap(GroupCompiler::access);
        Map<String, FieldAccess> named = named(group, place.child("fields"));
        if (otherwise.filter(access -> access != FieldAccess.HIDDEN).isPresent()) {
            fresh.stream()
                    .filter(field -> !named.containsKey(field))
                    .forEach(field -> place.child("fields").error("group.new-field-unnamed", Map.of("field", field)));
        }
        return new PermissionGroup(
                group.key(),
                members(group.members(), place.child("members")),
                actions(group.actions()),
                site.filter(
                        group.scope(), names, columns::of, place.child("scope").pointer()),
                site.condition(
                        group.writeScope(),
                        SystemField.in(names),
                        place.child("writeScope").pointer()),
                named,
                otherwise,
                reveal(group.reveal()),
                Set.copyOf(group.replace()),
                actions(group.deny()));
    }

    /** Whoever fills in the public form: makes a record of these fields, and sees nothing of any. */
    static Optional<PermissionGroup> visitors(FormDefinition.@Nullable PublicForm form) {
        if (form == null || !form.enabled()) {
            return Optional.empty();
        }
        Map<String, FieldAccess> fields = new LinkedHashMap<>();
        form.fields().forEach(field -> fields.put(field, FieldAccess.EDIT));
        return Optional.of(new PermissionGroup(
                VISITORS,
                new GroupMembers(Set.of(), Set.of(), Set.of(), false, null),
                Set.of(RecordAction.CREATE),
                null,
                null,
                fields,
                Optional.of(FieldAccess.HIDDEN),
                null,
                Set.of(),
                Set.of()));
    }

    private Map<String, FieldAccess> named(GroupDefinition group, Report place) {
        Map<String, FieldAccess> named = new LinkedHashMap<>();
        group.fields().forEach((key, word) -> {
            if (key.equals(ALL)) {
                return;
            }
            if (!fields.containsKey(key)) {
                place.child(key).error("group.unknown-field", Map.of("field", key));
            }
            access(word).ifPresent(access -> named.put(key, access));
        });
        return named;
    }

    private void checkReplace(GroupDefinition group, Report place) {
        for (int i = 0; i < group.replace().size(); i++) {
            String key = group.replace().get(i);
            if (!fields.containsKey(key)) {
                place.child(i).error("group.unknown-field", Map.of("field", key));
            }
        }
    }

    private GroupMembers members(GroupDefinition.Members members, Report place) {
        return new GroupMembers(
                members.roles(),
                members.departments(),
                members.members(),
                members.everyone(),
                site.condition(
                        members.expression(),
                        Names.none().withUser(),
                        place.child("expression").pointer()));
    }

    private static @Nullable RevealTerms reveal(GroupDefinition.@Nullable Reveal reveal) {
        return reveal == null
                ? null
                : new RevealTerms(
                        reveal.purposes(),
                        reveal.minutes(),
                        optional(reveal.perHour()),
                        optional(reveal.perDay()),
                        Optional.ofNullable(reveal.stepUp()),
                        reveal.approvedBy());
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Unknown words were reported by the schema. */
    private static Optional<FieldAccess> access(String word) {
        return Arrays.stream(FieldAccess.values())
                .filter(access -> access.key().equals(word))
                .findFirst();
    }

    private static Set<RecordAction> actions(List<String> words) {
        return words.stream()
                .flatMap(word -> RecordAction.parse(word).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordAction.class)));
    }
}
