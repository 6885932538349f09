package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.field.Derivation;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.field.ExactNumber;
import io.jianmi.form.field.TypedField;
import io.jianmi.form.field.number.NumberType;
import io.jianmi.form.field.rating.RatingType;
import java.util.List;
import java.util.Optional;

/**
 * What a derived field gives.
 *
 * @param form the one that is read
 * @param source the field that it reads; empty for a count
 * @param type of the value: the source's, but for a count and where an aggregate leaves the source's range
 * @param document the type and its options as a definition writes them, for clients to show the value by
 */
public record DerivedResult(
        CompiledForm form, Optional<CompiledField> source, TypedField<?> type, ObjectNode document) {

    /** Digits of an average of numbers that have no scale of their own. */
    private static final int AVERAGE_SCALE = 2;

    /** Options of any field, which say nothing of how its values look. */
    private static final List<String> COMMON = List.of(
            "key",
            "title",
            "description",
            "placeholder",
            "help",
            "width",
            "required",
            "requiredWhen",
            "unique",
            "readOnly",
            "hidden",
            "default",
            "formula",
            "linkage",
            "sensitivity",
            "of",
            "filter",
            "subject",
            "show");

    /** As the forms it reads stand that the form was compiled beside; empty when the source is gone. */
    public static Optional<DerivedResult> of(CompiledForm form, CompiledField field) {
        Optional<Derivation> derivation = field.type().derivation();
        if (derivation.isEmpty()) {
            return Optional.empty();
        }
        if (derivation.get() instanceof Derivation.LookUp lookUp) {
            return form.field(lookUp.through())
                    .flatMap(through -> through.type().references())
                    .flatMap(references -> form.reading(references.form()))
                    .flatMap(there -> source(there, lookUp.field()))
                    .map(source -> source.result(source.field().type(), source.shown()));
        }
        Derivation.RollUp rollUp = (Derivation.RollUp) derivation.get();
        return rollUp.aggregate() == Aggregate.COUNT ? Optional.of(count(form)) : aggregated(form, rollUp);
    }

    private static DerivedResult count(CompiledForm form) {
        NumberType type = new NumberType();
        return new DerivedResult(
                form,
                Optional.empty(),
                type.with(new ExactNumber.Options(0, null, null)),
                Json.NODES.objectNode().put("type", type.key()).put("scale", 0));
    }

    private static Optional<DerivedResult> aggregated(CompiledForm form, Derivation.RollUp rollUp) {
        Optional<CompiledForm> there = rollUp.form().isEmpty()
                ? Optional.of(form)
                : form.reading(rollUp.form().get());
        String path = rollUp.form().isEmpty()
                ? rollUp.key() + "." + rollUp.field().orElse("")
                : rollUp.field().orElse("");
        return there.flatMap(rows -> source(rows, path)).map(source -> aggregated(rollUp.aggregate(), source));
    }

    private static DerivedResult aggregated(Aggregate aggregate, Source source) {
        TypedField<?> type = source.field().type();
        boolean same = aggregate == Aggregate.MIN || aggregate == Aggregate.MAX;
        if (same || !(type.type() instanceof ExactNumber number)) {
            return source.result(type, source.shown());
        }
        boolean stars = number instanceof RatingType;
        ExactNumber result = stars ? new NumberType() : number;
        int own = ((ExactNumber.Options) type.options()).scale();
        int scale = aggregate == Aggregate.AVERAGE && (stars || own < 0) ? AVERAGE_SCALE : own;
        ObjectNode shown = source.shown().put("type", result.key());
        shown.remove(List.of("minimum", "maximum"));
        if (scale >= 0) {
            shown.put("scale", scale);
        }
        return source.result(result.with(new ExactNumber.Options(scale, null, null)), shown);
    }

    private record Source(CompiledForm form, CompiledField field, JsonNode written) {

        DerivedResult result(TypedField<?> type, ObjectNode shown) {
            return new DerivedResult(form, Optional.of(field), type, shown);
        }

        ObjectNode shown() {
            ObjectNode shown = written.isObject() ? ((ObjectNode) written).deepCopy() : Json.NODES.objectNode();
            shown.remove(COMMON);
            return shown.put("type", field.type().type().key());
        }
    }

    private static Optional<Source> source(CompiledForm form, String path) {
        JsonNode written = form.definition().source();
        for (String key : path.split("\\.", -1)) {
            written = written(written.path("fields"), key);
        }
        JsonNode found = written;
        return form.find(path).filter(field -> !field.derived()).map(field -> new Source(form, field, found));
    }

    private static JsonNode written(JsonNode fields, String key) {
        for (JsonNode field : fields) {
            if (field.path("key").asText().equals(key)) {
                return field;
            }
        }
        return Json.NODES.missingNode();
    }
}
