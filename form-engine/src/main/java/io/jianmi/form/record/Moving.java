package io.jianmi.form.record;

import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.MovedField;
import io.jianmi.form.compile.TablePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rows of a version are read and written that moved fields to other columns (ADR 0017). A row of a version before is read as it was
 * brought to this one: from the new columns and under the seal made ahead. What was not brought to it, or has changed since, has no seal
 * and is not believed. Whoever writes such a row takes what has been left out of it.
 */
final class Moving {

    private final int version;
    private final List<MovedField> moved;
    private final CompiledForm form;

    Moving(CompiledForm form) {
        this.form = form;
        this.version = form.version();
        this.moved = form.kept().moved();
    }

    /** Whether rows may stand that are still to be brought to this version. */
    boolean any() {
        return !moved.isEmpty();
    }

    /** The column as a query names it. */
    String selected(String column) {
        String quoted = Sql.quoted(column);
        if (!any()) {
            return quoted;
        }
        if (column.equals("form_version")) {
            return "greatest(%s, %d)".formatted(quoted, version);
        }
        if (column.equals("row_tag")) {
            return "case when \"form_version\" >= %d then \"row_tag\" when \"%s\" = \"row_tag\" then \"%s\" end"
                    .formatted(version, TablePlan.NEXT_OF, TablePlan.NEXT_TAG);
        }
        return moved.stream()
                .filter(field -> field.converted() && field.before().column().equals(column))
                .findFirst()
                .map(field -> left(field, ""))
                .orElse(quoted);
    }

    /** Under which condition a row is neither of this version nor brought to it. */
    String behind() {
        return "\"form_version\" < %d and \"%s\" is distinct from \"row_tag\"".formatted(version, TablePlan.NEXT_OF);
    }

    /** What a row is left with in the columns that values moved out of, by column; {@code t} is the row. */
    Map<String, String> emptied() {
        Map<String, String> emptied = new LinkedHashMap<>();
        for (MovedField field : moved) {
            List<String> columns = new ArrayList<>(field.columns());
            if (field.converted()) {
                emptied.put(columns.remove(0), left(field, "t."));
            }
            columns.forEach(column -> emptied.put(column, "null"));
        }
        if (any()) {
            emptied.put(TablePlan.NEXT_TAG, "null");
            emptied.put(TablePlan.NEXT_OF, "null");
        }
        return emptied;
    }

    /** What could not be converted stays where it was. */
    private String left(MovedField field, String row) {
        String now = form.field(field.path()).orElseThrow().column();
        String before = row + Sql.quoted(field.before().column());
        return "case when %1$s\"form_version\" < %2$d and %1$s%3$s is not null then null else %4$s end"
                .formatted(row, version, Sql.quoted(now), before);
    }
}
