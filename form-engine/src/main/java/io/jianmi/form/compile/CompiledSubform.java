package io.jianmi.form.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;

/**
 * Rows inside a record.
 *
 * @param field the subform itself as a field of the record
 * @param fields its columns
 * @param table name of the child table
 */
public record CompiledSubform(CompiledField field, List<CompiledField> fields, String table) {

    public CompiledSubform {
        fields = List.copyOf(fields);
    }

    /** The same with the values of its columns where versions have moved them; by path. */
    CompiledSubform moved(Map<String, Integer> columns) {
        return new CompiledSubform(
                field,
                fields.stream()
                        .map(cell -> {
                            Integer version = columns.get(cell.path());
                            return version == null ? cell : cell.movedIn(version);
                        })
                        .toList(),
                table);
    }

    public String key() {
        return field.key();
    }

    public Optional<CompiledField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** The column to compare one of its fields by in SQL, in its own table; empty when it is protected or unknown. */
    public Optional<Field<?>> sqlColumn(String key) {
        return field(key).flatMap(SqlColumns::of);
    }
}
