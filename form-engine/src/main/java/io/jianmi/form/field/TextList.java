package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The family of lists of texts. What stands twice is kept once, in the order of the first; an empty list is the empty value. A filter's
 * operand is one item.
 *
 * @param <D> the type's own options
 */
public abstract class TextList<D extends FieldOptions> implements FieldType<D>, Filterable, Computable<D>, Importable {

    private static final int MAX_ITEMS = 200;

    private final String key;
    private final int maxLength;

    /** @param maxLength of one item, in code points */
    protected TextList(String key, int maxLength) {
        this.key = key;
        this.maxLength = maxLength;
    }

    /**
     * Whether the list may hold the item; reports why not.
     *
     * @param item normalised as every text, not blank
     */
    protected abstract boolean valid(String item, D options, Report report);

    /** How an item is kept: as typed, unless its kind has a form of its own. */
    protected String kept(String item) {
        return item;
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final Optional<JsonNode> read(JsonNode in, D options, Report report) {
        if (!in.isArray()) {
            report.error("field.type", Map.of("expected", "array"));
            return Optional.empty();
        }
        if (in.size() > MAX_ITEMS) {
            report.error("field.too-many-items", Map.of("maxItems", MAX_ITEMS));
            return Optional.empty();
        }
        int before = report.findings().size();
        Set<String> items = new LinkedHashSet<>();
        for (int i = 0; i < in.size(); i++) {
            Report place = report.child(i);
            Texts.read(in.get(i), maxLength, false, place)
                    .filter(JsonNode::isTextual)
                    .map(item -> kept(item.textValue()))
                    .filter(item -> valid(item, options, place))
                    .ifPresent(items::add);
        }
        return report.findings().size() == before ? Optional.of(stored(items)) : Optional.empty();
    }

    @Override
    public final Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        return Texts.read(in, maxLength, false, report)
                .map(item -> item.isTextual() ? Json.NODES.textNode(kept(item.textValue())) : item);
    }

    @Override
    public final ColumnType column(D options) {
        return ColumnType.TEXT_ARRAY;
    }

    @Override
    public final Type valueType(D options) {
        return Type.list(Type.STRING);
    }

    @Override
    public Set<Operator> operators() {
        return Operators.LIST;
    }

    @Override
    public final Optional<JsonNode> fromResult(Object result, D options) {
        if (!(result instanceof List<?> list)) {
            return Optional.empty();
        }
        ArrayNode sent = Json.NODES.arrayNode(list.size());
        list.forEach(item -> sent.add(item instanceof String text ? Json.NODES.textNode(text) : Json.NODES.nullNode()));
        return read(sent, options, new Report("", new ArrayList<>()));
    }

    private static JsonNode stored(Set<String> items) {
        ArrayNode array = Json.NODES.arrayNode(items.size());
        items.forEach(array::add);
        return array.isEmpty() ? Json.NODES.nullNode() : array;
    }

    @Override
    public SheetShape shape() {
        return SheetShape.LIST;
    }
}
