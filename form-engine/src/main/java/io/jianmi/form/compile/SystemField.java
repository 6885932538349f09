package io.jianmi.form.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import java.util.Arrays;
import java.util.Optional;

/** What every record has besides its fields, as clients name it. */
public enum SystemField {
    ID("id", "id", ColumnType.UUID, Type.STRING),
    STATUS("status", "status", ColumnType.TEXT, Type.STRING),
    CREATED_AT("createdAt", "created_at", ColumnType.TIMESTAMPTZ, Type.DATE_TIME),
    CREATED_BY("createdBy", "created_by", ColumnType.TEXT, Type.STRING),
    UPDATED_AT("updatedAt", "updated_at", ColumnType.TIMESTAMPTZ, Type.DATE_TIME),
    UPDATED_BY("updatedBy", "updated_by", ColumnType.TEXT, Type.STRING);

    private final String key;
    private final String column;
    private final ColumnType columnType;
    private final Type type;

    SystemField(String key, String column, ColumnType columnType, Type type) {
        this.key = key;
        this.column = column;
        this.columnType = columnType;
        this.type = type;
    }

    public String key() {
        return key;
    }

    public String column() {
        return column;
    }

    public ColumnType columnType() {
        return columnType;
    }

    public static Optional<SystemField> parse(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** The names that scopes and filters may use besides the fields: these rows are stored, so all of them are known. */
    static Names in(Names fields) {
        Names names = fields;
        for (SystemField field : values()) {
            names = names.with(field.key, field.type, Sensitivity.INTERNAL);
        }
        return names;
    }
}
