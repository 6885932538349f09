package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SearchIndex;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Filters to SQL under the actor's access: what he may not read he may not compute with. A predicate on a field is joined
 * with the scopes of the grants that let him read it; protected fields answer to declared blind indexes only.
 */
final class FilterSql {

    private final CompiledForm form;
    private final RowRoads roads;
    private final Actor actor;
    private final Grants grants;
    private final RecordSealer sealer;
    private final ComparisonSql compared;
    private final PathSql paths;
    private final List<Recheck> rechecks = new ArrayList<>();

    /** @param roads told which rows the filter is about; its condition belongs beside {@link #compile}'s */
    FilterSql(RecordSelection.Asker asker, RowRoads roads, RecordSealer sealer, List<Finding> findings) {
        this.form = asker.form();
        this.actor = asker.actor();
        this.grants = asker.grants();
        this.roads = roads;
        this.sealer = sealer;
        this.compared = new ComparisonSql(actor, findings);
        this.paths = new PathSql(asker, compared);
    }

    /** A match of a short token, to be confirmed on the opened value: tokens collide on purpose. */
    record Recheck(CompiledField field, String mode, JsonNode value) {}

    List<Recheck> rechecks() {
        return rechecks;
    }

    Condition compile(Filter filter) {
        return compile(filter, true);
    }

    /** @param top whether the filter stands in a conjunction at the top, where candidates can be confirmed later */
    private Condition compile(Filter filter, boolean top) {
        if (filter instanceof Filter.And all) {
            return all.parts().isEmpty()
                    ? noCondition()
                    : and(all.parts().stream().map(part -> compile(part, top)).toList());
        }
        if (filter instanceof Filter.Or any) {
            return any.parts().isEmpty()
                    ? falseCondition()
                    : or(any.parts().stream().map(part -> compile(part, false)).toList());
        }
        if (filter instanceof Filter.Not negated) {
            // Of a comparison with nothing only its emptiness is known, so its negation is true.
            return not(DSL.coalesce(DSL.field(compile(negated.part(), false)), val(false))
                    .isTrue());
        }
        return comparison((Filter.Comparison) filter, top);
    }

    private Condition comparison(Filter.Comparison comparison, boolean top) {
        Optional<SystemField> system = SystemField.parse(comparison.field());
        if (system.isPresent()) {
            return compared.onSystem(
                    comparison, system.get(), form.sqlColumn(system.get().key()).orElseThrow());
        }
        if (comparison.field().indexOf('.') > 0) {
            return paths.compile(comparison)
                    .map(reached -> read(reached.field(), reached.condition(), top))
                    .orElseGet(DSL::falseCondition);
        }
        Optional<CompiledField> field = form.field(comparison.field());
        if (field.isEmpty() || grants.atMost(comparison.field()) == FieldAccess.HIDDEN) {
            return compared.refuse("field.unknown", comparison, "field");
        }
        if (field.get().encrypted()) {
            return onIndex(comparison, field.get(), top);
        }
        if (grants.reading(comparison.field()).isEmpty()) {
            return compared.refuse("field.not-usable", comparison, "field");
        }
        return read(
                comparison.field(),
                compared.onColumn(comparison, field.get(), form.sqlColumn(comparison.field())),
                top);
    }

    /** A condition that computes with a field, on rows on which the actor reads it. */
    private Condition read(String field, Condition condition, boolean top) {
        List<PermissionGroup> reading = grants.reading(field);
        Condition standing = ConsentSql.stands(actor.tenant(), form, field)
                .map(stands -> and(condition, stands))
                .orElse(condition);
        if (top) {
            roads.demand(reading, reading);
            return standing;
        }
        return and(standing, roads.within(reading));
    }

    private Condition onIndex(Filter.Comparison comparison, CompiledField field, boolean top) {
        String mode = switch (comparison.operator()) {
            case EQ -> "exact";
            case LAST4 -> "last4";
            default -> "";
        };
        Optional<SearchIndex> index = field.index(mode).filter(SearchIndex::searchable);
        if (index.isEmpty()) {
            return compared.refuse("field.not-usable", comparison, "field");
        }
        List<PermissionGroup> reading = grants.reading(field.key());
        List<PermissionGroup> unread = grants.groupsWith(RecordAction.SEARCH).stream()
                .filter(group -> group.declared(field.key(), field.level()) != FieldAccess.HIDDEN)
                .toList();
        List<PermissionGroup> searching = new ArrayList<>(reading);
        searching.addAll(unread);
        if (searching.isEmpty()) {
            return compared.refuse("field.not-usable", comparison, "field");
        }
        if (!top) {
            return compared.refuse("filter.search-not-nested", comparison, "field");
        }
        if (!comparison.value().isTextual()) {
            return compared.refuse("field.type", comparison, "value");
        }
        rechecks.add(new Recheck(field, mode, comparison.value()));
        roads.demand(searching, reading);
        Condition found = sealer.token(actor.tenant(), form, field, index.get(), comparison.value())
                .map(token ->
                        DSL.field(DSL.name(index.get().column()), byte[].class).eq(token))
                .orElseGet(() -> condition(false));
        // Where the person has taken back her consent nobody reads the field, and the right to search unread is left.
        return ConsentSql.stands(actor.tenant(), form, field.key())
                .map(stands -> and(found, or(stands, roads.speaking(unread))))
                .orElse(found);
    }
}
