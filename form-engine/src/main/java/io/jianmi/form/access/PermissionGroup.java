package io.jianmi.form.access;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.expression.CompiledExpression;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A permission group, resolved: a pair of rows and fields for the people who belong to it.
 *
 * @param scope which records; null for all
 * @param writeScope what every version of a record that is stored by right of this group must fulfil: made, changed, put into the bin or
 *     taken out of it; null for nothing
 * @param fields access of the fields it names
 * @param otherwise access of all other fields ({@code *}); empty when it does not say
 * @param reveal how its members may reveal; null when they may not
 * @param replace protected fields that may be overwritten unread
 * @param deny actions taken from its members, whatever other groups give
 * @param alongside a group of whoever looks as one of its members, on whose rows alone it speaks; null for none
 */
public record PermissionGroup(
        String key,
        GroupMembers members,
        Set<RecordAction> actions,
        @Nullable CompiledExpression scope,
        @Nullable CompiledExpression writeScope,
        Map<String, FieldAccess> fields,
        Optional<FieldAccess> otherwise,
        @Nullable RevealTerms reveal,
        Set<String> replace,
        Set<RecordAction> deny,
        @Nullable PermissionGroup alongside) {

    public PermissionGroup {
        actions = Set.copyOf(actions);
        fields = Map.copyOf(fields);
        replace = Set.copyOf(replace);
        deny = Set.copyOf(deny);
    }

    /** A group as a definition declares it. */
    public PermissionGroup(
            String key,
            GroupMembers members,
            Set<RecordAction> actions,
            @Nullable CompiledExpression scope,
            @Nullable CompiledExpression writeScope,
            Map<String, FieldAccess> fields,
            Optional<FieldAccess> otherwise,
            @Nullable RevealTerms reveal,
            Set<String> replace,
            Set<RecordAction> deny) {
        this(key, members, actions, scope, writeScope, fields, otherwise, reveal, replace, deny, null);
    }

    /** Whether it is about every row. */
    public boolean everywhere() {
        return scope == null && (alongside == null || alongside.everywhere());
    }

    public boolean allows(RecordAction action) {
        return actions.contains(action);
    }

    /** Whether a version of a record with these variables may be stored by its right. */
    public boolean admits(Map<String, ?> version) {
        return writeScope == null || writeScope.admits(version);
    }

    /** What is left of it where it may not store anything. */
    PermissionGroup readingHalf() {
        return less(RecordAction::stores);
    }

    /** What is left of it where exporting is denied. */
    PermissionGroup keeping() {
        return less(action -> action == RecordAction.EXPORT);
    }

    /** What it is while nothing but figures leaves: whoever may count reads what is counted. */
    PermissionGroup counting() {
        return allows(RecordAction.STATISTICS) ? with(Set.of(RecordAction.READ)) : this;
    }

    /** Whether it lets its members know figures of records that it does not show them. */
    boolean countsUnseen() {
        return allows(RecordAction.STATISTICS) && !allows(RecordAction.READ);
    }

    private PermissionGroup less(Predicate<RecordAction> taken) {
        return with(actions.stream().filter(taken.negate()).collect(Collectors.toSet()));
    }

    private PermissionGroup with(Set<RecordAction> others) {
        return new PermissionGroup(
                key, members, others, scope, writeScope, fields, otherwise, reveal, replace, deny, alongside);
    }

    /** What it gives on a field before any cap and whatever is being done. */
    public FieldAccess declared(String field, Sensitivity level) {
        FieldAccess named = fields.get(field);
        return named != null ? named : otherwise.orElseGet(() -> uncovered(level));
    }

    /**
     * What it gives on a field while {@code action} is done: {@code edit} counts only when the group lists that action; without it, a
     * group that lets read at all gives the reading half.
     */
    public FieldAccess during(RecordAction action, String field, Sensitivity level) {
        FieldAccess declared = declared(field, level);
        if (declared != FieldAccess.EDIT || allows(action)) {
            return declared;
        }
        return allows(RecordAction.READ) ? FieldAccess.READ : FieldAccess.HIDDEN;
    }

    /** The most that it lets out of a value while {@code action} is done: what is protected stands in clear on paper only by the right to export. */
    FieldAccess most(RecordAction action, Sensitivity level) {
        return action == RecordAction.PRINT && level.encrypted() && !allows(RecordAction.EXPORT)
                ? FieldAccess.MASKED
                : FieldAccess.EDIT;
    }

    /** The table's default for a field that a group neither names nor covers: internal ones need a word, so they stay hidden. */
    private static FieldAccess uncovered(Sensitivity level) {
        return switch (level) {
            case PUBLIC -> FieldAccess.READ;
            case INTERNAL -> FieldAccess.HIDDEN;
            case PERSONAL, SENSITIVE, SECRET -> FieldAccess.MASKED;
        };
    }
}
