package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.noCondition;

import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.aggregate.AggregateQuery;
import io.jianmi.form.aggregate.Dimension;
import io.jianmi.form.aggregate.Groupable;
import io.jianmi.form.aggregate.Measure;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.record.RecordSelection.Asker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/**
 * Which rows somebody may put into groups: those on which he reads every field that he groups by, adds up or chooses by. The same roads
 * and the same filter as those of a list, so a figure counts no row by a field that a list would not have chosen it by.
 */
final class AggregateRows {

    private final Asker asker;
    private final CompiledForm form;
    private final RecordTable table;
    private final RowRoads roads;
    private final RecordSealer sealer;
    private final List<Finding> findings = new ArrayList<>();

    AggregateRows(Asker asker, RecordTable table, RowRoads roads, RecordSealer sealer) {
        this.asker = asker;
        this.table = table;
        this.form = asker.form();
        this.roads = roads;
        this.sealer = sealer;
    }

    /** What speaks against it; with an error among it no row may be asked for. */
    List<Finding> findings() {
        return findings;
    }

    Condition of(AggregateQuery query) {
        List<Condition> all = new ArrayList<>();
        FilterSql filter = new FilterSql(asker, roads, sealer, findings);
        all.add(filter.compile(query.filter()));
        if (!filter.rechecks().isEmpty()) {
            // Protected since it was published: a search is metered, asked by a person and never by a page that opens.
            findings.add(Finding.error("field.not-usable", ""));
        }
        query.dimensions().forEach(dimension -> all.add(dimension(dimension)));
        query.measures().forEach(measure -> all.add(measure(measure)));
        all.add(RecordSelection.alive(table, asker.actor(), false));
        all.add(roads.condition());
        return and(all);
    }

    private Condition dimension(Dimension dimension) {
        String place = Pointer.child(dimension.pointer(), "field");
        Condition read = read(dimension.field(), place);
        if (known(dimension.field())
                && !(Groupable.field(form, dimension.field()) && Groupable.bucket(form, dimension))) {
            findings.add(Finding.error("field.not-usable", place));
        }
        return read;
    }

    private Condition measure(Measure measure) {
        String place = Pointer.child(measure.pointer(), "field");
        Condition read = measure.field().map(field -> read(field, place)).orElse(noCondition());
        if (measure.field().map(this::known).orElse(true) && !Groupable.measure(form, measure)) {
            findings.add(Finding.error("field.not-usable", place));
        }
        return read;
    }

    private boolean known(String key) {
        return SystemField.parse(key).isPresent()
                || form.field(key).isPresent() && asker.grants().atMost(key) != FieldAccess.HIDDEN;
    }

    /** What has to hold of a row so that its field is computed with by the right to read it. */
    private Condition read(String key, String place) {
        if (SystemField.parse(key).isPresent()) {
            return noCondition();
        }
        Grants grants = asker.grants();
        Optional<CompiledField> field = form.field(key);
        if (field.isEmpty() || !known(key)) {
            findings.add(Finding.error("field.unknown", place));
            return noCondition();
        }
        List<PermissionGroup> reading = grants.reading(key);
        if (field.get().encrypted() || reading.isEmpty()) {
            findings.add(Finding.error("field.not-usable", place));
            return noCondition();
        }
        roads.demand(reading, reading);
        return ConsentSql.stands(asker.actor().tenant(), form, key).orElse(noCondition());
    }
}
