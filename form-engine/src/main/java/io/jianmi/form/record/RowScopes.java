package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.nvl;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.expression.CompiledExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Row scopes of a form's groups as SQL. What only the definition decides is written once, what speaks of the actor once for each
 * actor as he stands, and what reads the clock every time.
 */
final class RowScopes {

    private static final int CACHED = 1_000;

    private static final Scope EVERYTHING = scope(DSL.noCondition());

    private final CompiledForm form;
    private final Map<Key, Scope> known = new ConcurrentHashMap<>();

    private record Key(String group, Map<String, Object> user) {}

    /**
     * The rows that a group is about.
     *
     * @param flag the same as a column: whether the row at hand is one of them
     */
    record Scope(Condition condition, Sql.Part flag) {}

    RowScopes(CompiledForm form) {
        this.form = form;
    }

    /** Of one of the form's groups; a group without scope is about all rows. */
    Scope of(PermissionGroup group, Actor actor) {
        PermissionGroup alongside = group.alongside();
        return alongside == null
                ? alone(group, actor)
                : scope(and(
                        alone(group, actor).condition(),
                        of(alongside, actor.accountable()).condition()));
    }

    private Scope alone(PermissionGroup group, Actor actor) {
        CompiledExpression expression = group.scope();
        if (expression == null) {
            return EVERYTHING;
        }
        Map<String, Object> user = expression.usesUser() ? UserContext.of(actor) : Map.of();
        if (expression.usesClock()) {
            return write(expression, user);
        }
        if (known.size() > CACHED) {
            known.clear();
        }
        return known.computeIfAbsent(new Key(group.key(), user), key -> write(expression, user));
    }

    /**
     * The rows on which these groups speak: in one of their scopes, and in none that denies reading. A row that a task alone shows is not
     * among them, so nothing is computed with its fields.
     *
     * @return empty when they speak on all rows
     */
    Optional<Condition> within(Actor actor, Grants grants, List<PermissionGroup> groups) {
        return within(actor, grants, groups, Optional.empty());
    }

    /** @param lent rows on which they speak though these lie outside their scopes */
    Optional<Condition> within(Actor actor, Grants grants, List<PermissionGroup> groups, Optional<Condition> lent) {
        if (groups.isEmpty()) {
            return Optional.of(falseCondition());
        }
        List<Condition> conditions = new ArrayList<>();
        if (groups.stream().noneMatch(PermissionGroup::everywhere)) {
            List<Condition> ways = new ArrayList<>();
            groups.forEach(group -> ways.add(of(group, actor).condition()));
            lent.ifPresent(ways::add);
            conditions.add(or(ways));
        }
        grants.blinders().forEach(group -> conditions.add(outside(group, actor)));
        return conditions.isEmpty() ? Optional.empty() : Optional.of(and(conditions));
    }

    /** The rows that the actor may take out by an action: of groups that list reading and it both, less what either is denied on. */
    Condition leaving(Actor actor, Grants grants, RecordAction action) {
        List<Condition> conditions = new ArrayList<>();
        within(actor, grants, grants.leavers(action)).ifPresent(conditions::add);
        grants.keepers(action).forEach(group -> conditions.add(outside(group, actor)));
        return and(conditions);
    }

    /** A scope that compares with nothing holds nowhere, so what it denies is nothing. */
    private Condition outside(PermissionGroup group, Actor actor) {
        return group.everywhere()
                ? falseCondition()
                : not(condition(nvl(field(of(group, actor).condition()), val(false))));
    }

    private Scope write(CompiledExpression expression, Map<String, Object> user) {
        return scope(expression
                .toSql(form::sqlColumn, user)
                .condition()
                .orElseThrow(() -> new IllegalStateException("publish lets no such scope through")));
    }

    private static Scope scope(Condition condition) {
        return new Scope(condition, Sql.part(nvl(field(condition), val(false))));
    }
}
