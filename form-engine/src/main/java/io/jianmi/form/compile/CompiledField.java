package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.masking.Masker;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.definition.LocalText;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Generated;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.TypedField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, or a column of one of its subforms.
 *
 * @param subform key of the subform it belongs to, null for a field of the record itself
 * @param indexes blind indexes, of protected fields only
 * @param formula null when the value is typed
 * @param requiredWhen null when no condition asks for it
 * @param defaultValue null for none
 * @param rowFilter of a roll-up, null for all rows and where the filter does not compile on the rows that there are now
 * @param moved version that gave its values columns of their own, 0 for those that it came with
 */
public record CompiledField(
        FieldDefinition definition,
        @Nullable String subform,
        TypedField<?> type,
        Tag tag,
        List<SearchIndex> indexes,
        @Nullable CompiledExpression formula,
        @Nullable CompiledExpression requiredWhen,
        @Nullable CompiledDefault defaultValue,
        @Nullable CompiledExpression rowFilter,
        int moved) {

    public CompiledField {
        indexes = List.copyOf(indexes);
    }

    public String key() {
        return definition.key();
    }

    /** The key, below its subform's as {@code subform.field}: how access, ciphertexts and findings name it. */
    public String path() {
        return subform == null ? key() : subform + "." + key();
    }

    public LocalText title() {
        return definition.title();
    }

    public Sensitivity level() {
        return tag.level();
    }

    /** Whether its value is sealed at rest. */
    public boolean encrypted() {
        return level().encrypted();
    }

    /** What the names of its columns and indexes begin with: its key, which no other field's can begin with and an underscore. */
    String stem() {
        return stem(key(), moved);
    }

    static String stem(String key, int moved) {
        return moved == 0 ? key : key + "_v" + moved;
    }

    /** The column that holds the value: the stem itself in clear, {@code stem_enc} sealed. */
    public String column() {
        return column(stem(), encrypted());
    }

    static String column(String stem, boolean encrypted) {
        return encrypted ? stem + "_enc" : stem;
    }

    public ColumnType columnType() {
        return encrypted() ? ColumnType.BYTEA : type.column();
    }

    public boolean computed() {
        return formula != null;
    }

    public boolean generated() {
        return type.capability(Generated.class).isPresent();
    }

    /** Whether it is worked out for each reader and not kept. */
    public boolean derived() {
        return type.derivation().isPresent();
    }

    /** Whether people may send a value at all. */
    public boolean typed() {
        return !computed() && !generated() && !derived();
    }

    CompiledField tagged(Tag raised) {
        return new CompiledField(
                definition, subform, type, raised, indexes, formula, requiredWhen, defaultValue, rowFilter, moved);
    }

    CompiledField linked(CompiledDefault.Linkage linkage) {
        return new CompiledField(
                definition, subform, type, tag, indexes, formula, requiredWhen, linkage, rowFilter, moved);
    }

    CompiledField filtered(@Nullable CompiledExpression rows) {
        return new CompiledField(
                definition, subform, type, tag, indexes, formula, requiredWhen, defaultValue, rows, moved);
    }

    /** The same with its values in the columns that this version gave them. */
    CompiledField movedIn(int version) {
        String to = stem(key(), version);
        return new CompiledField(
                definition,
                subform,
                type,
                tag,
                indexes.stream().map(index -> index.in(to)).toList(),
                formula,
                requiredWhen,
                defaultValue,
                rowFilter,
                version);
    }

    public boolean required() {
        return definition.required();
    }

    public Optional<SearchIndex> index(String mode) {
        return indexes.stream().filter(index -> index.mode().equals(mode)).findFirst();
    }

    /** The index that keeps a protected value unique. */
    public Optional<SearchIndex> uniqueIndex() {
        return indexes.stream().filter(SearchIndex::unique).findFirst();
    }

    /** The stored form of a value that was sent; see {@link TypedField#read}. A null amounts to nothing. */
    public Optional<JsonNode> read(JsonNode in, Report report) {
        return in.isNull() ? Optional.of(in) : type.read(in, report);
    }

    /** What a client gets of the value, its mask where it is withheld, as the name of its record; empty for no value. */
    public String title(JsonNode shown) {
        if (shown.isNull() || shown.isMissingNode()) {
            return "";
        }
        return shown.has("masked") ? shown.path("masked").asText() : type.type().title(shown);
    }

    /** What somebody sees who may not read the value; never the value. Empty values stay empty. */
    public @Nullable String mask(JsonNode stored) {
        if (stored.isNull()) {
            return null;
        }
        if (level() == Sensitivity.SECRET) {
            return Masker.TOKEN;
        }
        return type.capability(Maskable.class)
                .map(maskable -> tag.masker().mask(maskable.maskText(stored)))
                .orElse(Masker.TOKEN);
    }
}
