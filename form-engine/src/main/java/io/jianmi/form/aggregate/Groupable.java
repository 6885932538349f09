package io.jianmi.form.aggregate;

import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.ColumnType.Kind;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.field.OptionValues;
import io.jianmi.form.field.OrgValue;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.form.field.Sortable;
import java.util.Optional;
import java.util.Set;

/** Which columns can be grouped by and measured. Whether somebody may is another question. */
public final class Groupable {

    private static final String REGION = "region";
    private static final String RATING = "rating";
    private static final Set<Kind> TIMES = Set.of(Kind.DATE, Kind.TIMESTAMPTZ);
    private static final Set<Kind> NUMBERS = Set.of(Kind.NUMERIC, Kind.INTEGER);
    private static final Set<Kind> WHOLE = Set.of(Kind.BOOLEAN, Kind.INTEGER);

    private Groupable() {}

    /** Whether the field has values that few enough records share. */
    public static boolean field(CompiledForm form, String key) {
        return form.sqlColumn(key).isPresent() && !key.equals(SystemField.ID.key()) && shared(form, key);
    }

    private static boolean shared(CompiledForm form, String key) {
        Optional<SystemField> system = SystemField.parse(key);
        Kind kind = kind(form, key);
        return system.isPresent()
                || relation(form, key).isPresent()
                || several(form, key)
                || TIMES.contains(kind)
                || WHOLE.contains(kind)
                || of(form, key, RATING)
                || kind == Kind.TEXT
                        && form.field(key)
                                .map(CompiledField::type)
                                .filter(type -> type.capability(Sortable.class).isPresent()
                                        || type.capability(OrgValue.class).isPresent())
                                .isPresent();
    }

    /** Whether a field that {@linkplain #field can be grouped by} can be so: times always are taken together, other values never but places. */
    public static boolean bucket(CompiledForm form, Dimension dimension) {
        boolean time = time(form, dimension.field());
        return dimension
                .by()
                .map(by -> by.ofTime() ? time : region(form, dimension.field()))
                .orElse(!time);
    }

    public static boolean time(CompiledForm form, String key) {
        return TIMES.contains(kind(form, key));
    }

    /** Whether its values are divisions of China. */
    public static boolean region(CompiledForm form, String key) {
        return of(form, key, REGION);
    }

    /** The form to whose records its values refer, one or several; empty where they are not records. */
    public static Optional<String> relation(CompiledForm form, String key) {
        return form.field(key)
                .filter(field -> field.type().options() instanceof ReferenceOptions)
                .map(field -> ((ReferenceOptions) field.type().options()).form());
    }

    /** Whether a record can have several of its values, and is counted with each of them. */
    public static boolean several(CompiledForm form, String key) {
        return kind(form, key) == Kind.TEXT_ARRAY
                && form.field(key)
                        .map(field -> field.type().options())
                        .filter(options -> options instanceof OptionValues || options instanceof ReferenceOptions)
                        .isPresent();
    }

    private static boolean of(CompiledForm form, String key, String type) {
        return form.field(key)
                .filter(field -> field.definition().type().equals(type))
                .isPresent();
    }

    /** Whether a measure of this kind can be taken of the field, if it names one. */
    public static boolean measure(CompiledForm form, Measure measure) {
        if (measure.field().isEmpty()) {
            return measure.aggregate() == Aggregate.COUNT;
        }
        String key = measure.field().get();
        Kind kind = kind(form, key);
        boolean number = NUMBERS.contains(kind);
        return form.field(key).isPresent()
                && form.sqlColumn(key).isPresent()
                && switch (measure.aggregate()) {
                    case COUNT -> false;
                    case SUM, AVERAGE -> number;
                    case MIN, MAX -> number || kind == Kind.DATE;
                };
    }

    private static Kind kind(CompiledForm form, String key) {
        return SystemField.parse(key)
                .map(SystemField::columnType)
                .or(() -> form.field(key).map(CompiledField::columnType))
                .map(ColumnType::kind)
                .orElse(Kind.BYTEA);
    }
}
