package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.Cap;
import io.jianmi.form.access.PermissionGroup;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * How somebody's groups look upon the rows of a table. Who look alike may be told by one statement, which nobody does who receives
 * shares: theirs name them.
 *
 * @param unscoped groups that are about every row
 * @param scoped groups that are about some
 * @param flags whether a row is one of them, in their order
 * @param lent whether a row is shared with him; empty when none is
 * @param restricted whether a row is of somebody whose records he may not know of; empty when none is
 */
record RowSight(
        RecordTable table,
        List<String> unscoped,
        List<String> scoped,
        List<Sql.Part> flags,
        Optional<Sql.Part> lent,
        Optional<Sql.Part> restricted) {

    /**
     * @param shared rows of the table that are shared with the actor
     * @param restricted rows of it that he may not know of
     */
    static RowSight of(
            RecordTable table,
            List<PermissionGroup> groups,
            Actor actor,
            Optional<Condition> shared,
            Optional<Condition> restricted) {
        List<String> unscoped = new ArrayList<>();
        List<String> scoped = new ArrayList<>();
        List<Sql.Part> flags = new ArrayList<>();
        for (PermissionGroup group : groups) {
            if (group.everywhere()) {
                unscoped.add(group.key());
            } else {
                scoped.add(group.key());
                flags.add(table.scopes().of(group, actor).flag());
            }
        }
        return new RowSight(
                table,
                unscoped,
                scoped,
                flags,
                shared.map(rows -> Sql.part(DSL.field(rows))),
                restricted.map(rows -> Sql.part(DSL.field(rows))));
    }

    /** @param which of each question what follows {@code where}: conditions, order and limit */
    Sql.Statement select(List<Sql.Part> which) {
        Sql.Builder select = new Sql.Builder();
        if (which.size() == 1) {
            return select(select, which.get(0), "").build();
        }
        for (int i = 0; i < which.size(); i++) {
            select(select.add(i == 0 ? "(" : ") union all ("), which.get(i), ", " + i);
        }
        return select.add(")").build();
    }

    private Sql.Builder select(Sql.Builder select, Sql.Part which, String question) {
        select.add("select ").add(table.selected());
        flags.forEach(flag -> select.add(", ").add(flag));
        lent.ifPresent(flag -> select.add(", ").add(flag));
        table.consents().ifPresent(said -> select.add(", " + said));
        restricted.ifPresent(flag -> select.add(", ").add(flag));
        return select.add(question)
                .add(" from ")
                .add(table.name())
                .add(" where ")
                .add(which);
    }

    /** Which of several questions a row so selected answers. */
    int question(Row row) {
        return row.getInteger(restriction() + (restricted.isPresent() ? 1 : 0));
    }

    private int restriction() {
        return consents() + (table.consents().isPresent() ? 1 : 0);
    }

    private int consents() {
        return table.width() + scoped.size() + (lent.isPresent() ? 1 : 0);
    }

    /** What is cut of a row so selected; that somebody is restricted is taken as said unless it is denied. */
    List<Cap> caps(Row row) {
        if (restricted.isPresent() && !Boolean.FALSE.equals(row.getBoolean(restriction()))) {
            return List.of(Cap.restriction());
        }
        return table.consents().isPresent()
                ? table.form().consents().caps(ConsentSql.said(row, consents()))
                : List.of();
    }

    /** Keys of the groups that are about a row so selected. */
    Set<String> inScope(Row row) {
        Set<String> groups = new HashSet<>(unscoped);
        for (int i = 0; i < scoped.size(); i++) {
            if (Boolean.TRUE.equals(row.getBoolean(table.width() + i))) {
                groups.add(scoped.get(i));
            }
        }
        return groups;
    }

    /** Whether a row so selected is shared with him. */
    boolean shared(Row row) {
        return lent.isPresent() && Boolean.TRUE.equals(row.getBoolean(table.width() + scoped.size()));
    }
}
