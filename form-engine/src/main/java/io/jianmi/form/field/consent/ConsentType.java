package io.jianmi.form.field.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Compared;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Texts;
import io.jianmi.form.field.TypedField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"notice", "given": [purposes]}}: the version of the text that the person was shown and what she agreed to. To agree to nothing
 * is an answer too, and fulfils {@code required}: nobody is made to agree (PIPL article 16). What is sent must name the version that
 * stands now, since whoever answers has read that one. It is answered by a person, so no spreadsheet brings it in.
 * Filters ask which purposes are agreed to, those of former notices among them.
 */
public final class ConsentType implements FieldType<ConsentOptions>, Filterable, Compared {

    private static final Set<String> PARTS = Set.of("notice", "given");

    @Override
    public String key() {
        return "consent";
    }

    @Override
    public Class<ConsentOptions> optionsType() {
        return ConsentOptions.class;
    }

    @Override
    public ConsentOptions options(OptionReader in) {
        return ConsentOptions.of(in);
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, ConsentOptions options, Report report) {
        boolean shaped = in.isObject()
                && in.properties().stream().allMatch(part -> PARTS.contains(part.getKey()))
                && in.path("notice").isTextual()
                && in.path("given").isArray();
        if (!shaped) {
            report.error("field.type", Map.of("expected", "consent"));
            return Optional.empty();
        }
        int before = report.findings().size();
        if (!in.get("notice").textValue().equals(options.notice())) {
            report.child("notice").error("field.consent-notice-changed");
        }
        Set<String> given = new HashSet<>();
        for (int i = 0; i < in.get("given").size(); i++) {
            String purpose = in.get("given").get(i).asText();
            if (!options.purposes().contains(purpose)) {
                report.child("given").child(i).error("field.option-unknown");
            }
            given.add(purpose);
        }
        return report.findings().size() == before ? Optional.of(stored(options, given)) : Optional.empty();
    }

    private static JsonNode stored(ConsentOptions options, Set<String> given) {
        ObjectNode stored = Json.NODES.objectNode().put("notice", options.notice());
        ArrayNode ordered = stored.putArray("given");
        options.purposes().stream().filter(given::contains).forEach(ordered::add);
        return stored;
    }

    @Override
    public ColumnType column(ConsentOptions options) {
        return ColumnType.JSONB;
    }

    @Override
    public Type valueType(ConsentOptions options) {
        return Type.list(Type.STRING);
    }

    /** The purposes agreed to. */
    @Override
    public @Nullable Object toExpression(JsonNode stored, ConsentOptions options) {
        return stored.isNull() ? null : given(stored);
    }

    /** Whether a purpose is agreed to; who was never asked has agreed to none. */
    @Override
    public Set<Operator> operators() {
        return Set.of(Operator.CONTAINS, Operator.IN, Operator.NOT_IN);
    }

    @Override
    public Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        return Texts.read(in, Texts.MAX_OPERAND, false, report);
    }

    @Override
    public Field<?> compared(Field<?> column) {
        return DSL.field(
                "case when {0} is not null then array(select jsonb_array_elements_text({0} -> 'given')) end",
                SQLDataType.VARCHAR.array(), column);
    }

    /** The purposes that a stored answer agrees to; none when there is no answer. */
    public static List<String> given(JsonNode stored) {
        List<String> given = new ArrayList<>();
        stored.path("given").forEach(purpose -> given.add(purpose.asText()));
        return List.copyOf(given);
    }
}
