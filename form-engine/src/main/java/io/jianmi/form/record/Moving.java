package io.jianmi.form.record;

import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.MovedField;
import io.jianmi.form.compile.TablePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of a version are read and written that moved fields to other columns (ADR 0017). A row of a version before is read as it was
 * brought to this one: from the new columns and under the seal made ahead. What was not brought to it, or has changed since, has no seal
 * and is not believed. Whoever writes such a row takes what has been left out of it.
 */
final class Moving {

    private final int version;
    private final CompiledForm form;

    Moving(CompiledForm form) {
        this.form = form;
        this.version = form.version();
    }

    /** Whether rows may stand that are still to be brought to this version. */
    boolean any() {
        return !form.kept().moved().isEmpty();
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
        return left(form.kept().movedFields(), column, "", "\"form_version\"").orElse(quoted);
    }

    /** Whether columns of this subform have moved. */
    boolean moves(String subform) {
        return !form.kept().movedCells(subform).isEmpty();
    }

    /** The column of a subform as a query names it; {@code c} is the row and {@code r} the record. */
    String selected(String subform, String column) {
        return left(form.kept().movedCells(subform), column, "c.", "r.\"form_version\"")
                .orElse("c." + Sql.quoted(column));
    }

    /** Under which condition a row is neither of this version nor brought to it. */
    String behind() {
        return "\"form_version\" < %d and \"%s\" is distinct from \"row_tag\"".formatted(version, TablePlan.NEXT_OF);
    }

    /** What a row is left with in the columns that values moved out of, by column; {@code t} is the row. */
    Map<String, String> emptied() {
        Map<String, String> emptied = emptied(form.kept().movedFields(), "t.", "t.\"form_version\"");
        if (any()) {
            emptied.put(TablePlan.NEXT_TAG, "null");
            emptied.put(TablePlan.NEXT_OF, "null");
        }
        return emptied;
    }

    /**
     * The same of a row of a subform; {@code c} is the row.
     *
     * @param formVersion that of its record before, as SQL
     */
    Map<String, String> emptiedCells(String subform, String formVersion) {
        return emptied(form.kept().movedCells(subform), "c.", formVersion);
    }

    private Map<String, String> emptied(List<MovedField> fields, String row, String formVersion) {
        Map<String, String> emptied = new LinkedHashMap<>();
        for (MovedField field : fields) {
            List<String> columns = new ArrayList<>(field.columns());
            if (field.converted()) {
                emptied.put(columns.remove(0), left(field, row, formVersion));
            }
            columns.forEach(column -> emptied.put(column, "null"));
        }
        return emptied;
    }

    private Optional<String> left(List<MovedField> fields, String column, String row, String formVersion) {
        return fields.stream()
                .filter(field -> field.converted() && field.before().column().equals(column))
                .findFirst()
                .map(field -> left(field, row, formVersion));
    }

    /** What could not be converted stays where it was. */
    private String left(MovedField field, String row, String formVersion) {
        String now = row + Sql.quoted(form.find(field.path()).orElseThrow().column());
        String before = row + Sql.quoted(field.before().column());
        return "case when %s < %d and %s is not null then null else %s end"
                .formatted(formVersion, version, now, before);
    }
}
