package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.identifier.Verdict;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The family of texts that one check accepts or refuses: numbers and codes that name a person or a thing. Kept as typed; compared and
 * searched in their normal form.
 */
public abstract class CheckedText implements Optionless, Filterable, Maskable, Searchable, Importable {

    /** Longest text of an identifier with the separators that people put into it. */
    protected static final int MAX_LENGTH = 40;

    private final String key;
    private final Sensitivity leastLevel;
    private final @Nullable DataCategory category;
    private final NormalForm normalForm;

    /** @param category null when the text is of none that has a mask of its own */
    protected CheckedText(String key, Sensitivity leastLevel, @Nullable DataCategory category, NormalForm normalForm) {
        this.key = key;
        this.leastLevel = leastLevel;
        this.category = category;
        this.normalForm = normalForm;
    }

    /**
     * Whether the text is one; reports why not.
     *
     * @param text normalised as every text, not blank
     */
    protected abstract boolean valid(String text, Report report);

    /** Reports the reason of a refusal under the code. */
    protected static boolean valid(Verdict verdict, String code, Report report) {
        verdict.reason().ifPresent(reason -> report.error(code, Map.of("reason", reason.name())));
        return verdict.valid();
    }

    /** In code points. */
    protected int maxLength() {
        return MAX_LENGTH;
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        return Texts.read(in, maxLength(), false, report)
                .filter(value -> value.isNull() || valid(value.textValue(), report));
    }

    @Override
    public final ColumnType column(FieldOptions.None options) {
        return ColumnType.TEXT;
    }

    @Override
    public final Type valueType(FieldOptions.None options) {
        return Type.STRING;
    }

    @Override
    public final Sensitivity leastLevel() {
        return leastLevel;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.TEXT;
    }

    @Override
    public final Optional<DataCategory> category() {
        return Optional.ofNullable(category);
    }

    @Override
    public Set<String> searchModes() {
        return Set.of("exact", "last4");
    }

    @Override
    public final NormalForm normalForm(Optional<DataCategory> tagged) {
        return normalForm;
    }
}
