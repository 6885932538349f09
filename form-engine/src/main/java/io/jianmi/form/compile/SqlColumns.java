package io.jianmi.form.compile;

import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Compared;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The columns of a form's table that may be compared: clear fields and system fields, quoted. */
final class SqlColumns {

    private final Map<String, Field<?>> byKey = new HashMap<>();

    SqlColumns(Collection<CompiledField> fields) {
        for (CompiledField field : fields) {
            if (field.subform() == null) {
                of(field).ifPresent(seen -> byKey.put(field.key(), seen));
            }
        }
        for (SystemField field : SystemField.values()) {
            byKey.put(field.key(), column(field.column(), field.columnType()));
        }
    }

    Optional<Field<?>> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The column of one field in the table that it stands in, be it that of a subform; empty where it cannot be compared. */
    static Optional<Field<?>> of(CompiledField field) {
        if (field.derived() || field.encrypted()) {
            return Optional.empty();
        }
        Field<?> column = column(field.column(), field.columnType());
        return field.type()
                .capability(Compared.class)
                .<Field<?>>map(type -> type.compared(column))
                .or(() -> Optional.of(column).filter(plain -> comparable(field.columnType())));
    }

    private static boolean comparable(ColumnType type) {
        return type.kind() != ColumnType.Kind.JSONB && type.kind() != ColumnType.Kind.BYTEA;
    }

    /** An id is compared as the text that it is in expressions. */
    private static Field<?> column(String name, ColumnType type) {
        Field<?> column = DSL.field(DSL.name(name), dataType(type));
        return type.kind() == ColumnType.Kind.UUID ? column.cast(SQLDataType.VARCHAR) : column;
    }

    private static DataType<?> dataType(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> SQLDataType.VARCHAR;
            case NUMERIC -> SQLDataType.NUMERIC;
            case INTEGER -> SQLDataType.INTEGER;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case TIMESTAMPTZ -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case TIME -> SQLDataType.LOCALTIME;
            case DURATION -> SQLDataType.BIGINT;
            case TEXT_ARRAY -> SQLDataType.VARCHAR.array();
            case UUID -> SQLDataType.UUID;
            case JSONB -> SQLDataType.JSONB;
            case BYTEA -> SQLDataType.VARBINARY;
        };
    }
}
