package io.jianmi.form.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.field.Operator;
import java.util.Map;
import java.util.Optional;

/**
 * A condition of a definition as the filter of a query, for one person: comparisons of a field with what is constant for him, joined by
 * and, or, not. Other conditions cannot be asked of a list. Pure.
 */
public final class DefinitionFilter {

    private static final Map<String, Operator> OPERATORS =
            Map.of("=", Operator.EQ, "<", Operator.LT, "<=", Operator.LTE, ">", Operator.GT, ">=", Operator.GTE);

    private static final Map<String, String> MIRRORED = Map.of("=", "=", "<", ">", "<=", ">=", ">", "<", ">=", "<=");

    private final Map<String, Object> user;

    private DefinitionFilter(Map<String, Object> user) {
        this.user = user;
    }

    /** @param user the entries of {@code user} in expressions */
    public static Optional<JsonNode> of(CompiledExpression condition, Map<String, Object> user) {
        return condition.portable().flatMap(tree -> of(tree, user));
    }

    /** @param tree portable; a literal null in it is of somebody's record, and what compares with it is true of no other */
    public static Optional<JsonNode> of(JsonNode tree, Map<String, Object> user) {
        return new DefinitionFilter(user).filter(tree);
    }

    private Optional<JsonNode> filter(JsonNode tree) {
        String operation = tree.path(0).asText();
        return switch (operation) {
            case "and", "or" -> joined(operation, tree);
            case "not" -> filter(tree.path(1)).map(DefinitionFilter::negated);
            case "is null" -> field(tree.path(1)).map(key -> said(key, Operator.IS_EMPTY, Json.NODES.nullNode()));
            case "in" -> among(tree.path(1), tree.path(2));
            default -> compared(operation, tree.path(1), tree.path(2));
        };
    }

    /** What compares with a null of {@code user} stays untrue when it is turned round. */
    private static JsonNode negated(JsonNode part) {
        return part.equals(nothing()) ? part : Json.NODES.objectNode().set("not", part);
    }

    private Optional<JsonNode> joined(String operation, JsonNode tree) {
        ObjectNode joined = Json.NODES.objectNode();
        ArrayNode parts = joined.putArray(operation);
        for (int i = 1; i < tree.size(); i++) {
            filter(tree.get(i)).ifPresent(parts::add);
        }
        return parts.size() == tree.size() - 1 ? Optional.of(joined) : Optional.empty();
    }

    private Optional<JsonNode> compared(String operation, JsonNode left, JsonNode right) {
        if (!OPERATORS.containsKey(operation)) {
            return Optional.empty();
        }
        return field(left)
                .flatMap(key -> comparison(key, operation, right))
                .or(() -> field(right).flatMap(key -> comparison(key, MIRRORED.getOrDefault(operation, ""), left)));
    }

    private Optional<JsonNode> comparison(String key, String operation, JsonNode constant) {
        boolean empty = ofUser(constant)
                ? !user.containsKey(constant.path(3).asText())
                : constant.path(0).asText().equals("null");
        if (empty) {
            return Optional.of(nothing());
        }
        return constant(constant).map(value -> said(key, OPERATORS.getOrDefault(operation, Operator.EQ), value));
    }

    private Optional<JsonNode> among(JsonNode value, JsonNode list) {
        boolean known = ofUser(list) && user.get(list.path(3).asText()) instanceof Iterable<?>;
        return known
                ? field(value)
                        .map(key -> said(
                                key,
                                Operator.IN,
                                Json.MAPPER.valueToTree(user.get(list.path(3).asText()))))
                : Optional.empty();
    }

    private static JsonNode said(String key, Operator operator, JsonNode value) {
        return Json.NODES
                .objectNode()
                .put("field", key)
                .put("op", operator.key())
                .set("value", value);
    }

    /** As in a scope, what compares with a null of {@code user} is true of no record. */
    private static JsonNode nothing() {
        return Json.NODES.objectNode().set("or", Json.NODES.arrayNode());
    }

    /** The key of a plain field, {@code ["get", kind, key]}. */
    private static Optional<String> field(JsonNode tree) {
        boolean plain = tree.path(0).asText().equals("get") && tree.size() == 3;
        return plain ? Optional.of(tree.path(2).asText()) : Optional.empty();
    }

    private static boolean ofUser(JsonNode tree) {
        return tree.path(0).asText().equals("get")
                && tree.size() == 4
                && tree.path(2).asText().equals("user");
    }

    private Optional<JsonNode> constant(JsonNode tree) {
        if (ofUser(tree)) {
            Object value = user.get(tree.path(3).asText());
            return value instanceof String text ? Optional.of(Json.NODES.textNode(text)) : Optional.empty();
        }
        return switch (tree.path(0).asText()) {
            case "string", "number", "boolean", "date" -> Optional.of(tree.path(1));
            default -> Optional.empty();
        };
    }
}
