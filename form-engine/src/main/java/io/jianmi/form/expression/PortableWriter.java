package io.jianmi.form.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Tree.Arithmetic;
import io.jianmi.form.expression.Tree.Constant;
import io.jianmi.form.expression.Tree.Relation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the portable tree: nested JSON arrays whose first item names the operation. The format is described in the
 * module's README and read by {@code web-ui/src/schema/expression}; what the browser cannot compute to the same digit
 * makes the whole expression not portable.
 */
final class PortableWriter implements Tree.Visitor<JsonNode> {

    private static final Set<Type.Kind> SCALARS = Set.of(
            Type.Kind.NUMBER,
            Type.Kind.STRING,
            Type.Kind.BOOLEAN,
            Type.Kind.DATE,
            Type.Kind.DAYS_DURATION,
            Type.Kind.MONTHS_DURATION,
            Type.Kind.NULL);

    private static final int MAX_DIGITS = 34;

    /** A record's dates have four digits of year. */
    private static final int MAX_YEAR = 9999;

    private boolean portable = true;

    private PortableWriter() {}

    static Optional<JsonNode> write(Tree tree) {
        PortableWriter writer = new PortableWriter();
        JsonNode node = tree.accept(writer);
        return writer.portable ? Optional.of(node) : Optional.empty();
    }

    private JsonNode of(Tree tree) {
        return tree.accept(this);
    }

    private ArrayNode node(String operation, Tree... operands) {
        ArrayNode node = Json.NODES.arrayNode().add(operation);
        for (Tree operand : operands) {
            node.add(of(operand));
        }
        return node;
    }

    private ArrayNode refuse() {
        portable = false;
        return Json.NODES.arrayNode();
    }

    private void require(boolean condition) {
        portable &= condition;
    }

    private static boolean isScalar(Type type) {
        return SCALARS.contains(type.kind());
    }

    @Override
    public JsonNode constant(Constant tree) {
        ArrayNode node = Json.NODES.arrayNode().add(tree.type().kind().key());
        Object value = tree.value();
        if (value == null) {
            return Json.NODES.arrayNode().add("null");
        } else if (value instanceof BigDecimal number) {
            require(number.precision() <= MAX_DIGITS);
            return node.add(number.toPlainString());
        } else if (value instanceof Boolean bool) {
            return node.add(bool);
        } else if (value instanceof String text) {
            return node.add(text);
        } else if (value instanceof LocalDate date) {
            require(date.getYear() >= 0 && date.getYear() <= MAX_YEAR);
            return node.add(date.toString());
        } else if (value instanceof Duration duration) {
            require(duration.getNano() == 0);
            return node.add(duration.getSeconds());
        } else if (value instanceof Period months) {
            return node.add(months.toTotalMonths());
        }
        return refuse();
    }

    /** The kind tells the browser how to read the value out of a record's JSON. */
    private static String kind(Type type) {
        return type.is(Type.Kind.LIST) ? kind(type.elementOrAny()) : type.kind().key();
    }

    @Override
    public JsonNode reference(Tree.Reference tree) {
        String kind = kind(tree.type());
        boolean readable =
                Set.of("number", "string", "boolean", "date", "context").contains(kind);
        require(readable);
        return get(tree, kind);
    }

    private static ArrayNode get(Tree.Reference tree, String kind) {
        ArrayNode node = Json.NODES.arrayNode().add("get").add(kind);
        tree.path().forEach(node::add);
        return node;
    }

    @Override
    public JsonNode path(Tree.Path tree) {
        if (tree.base().type().is(Type.Kind.DATE)) {
            return Json.NODES.arrayNode().add("part").add(tree.key()).add(of(tree.base()));
        }
        Type inner = tree.base().type().is(Type.Kind.LIST)
                ? tree.base().type().elementOrAny()
                : tree.base().type();
        require(inner.entries() != null);
        return Json.NODES
                .arrayNode()
                .add("entry")
                .add(kind(tree.type()))
                .add(tree.key())
                .add(of(tree.base()));
    }

    @Override
    public JsonNode calculation(Tree.Calculation tree) {
        Type left = tree.left().type();
        Type right = tree.right().type();
        boolean numbers = left.is(Type.Kind.NUMBER) && right.is(Type.Kind.NUMBER);
        boolean texts = left.is(Type.Kind.STRING) && right.is(Type.Kind.STRING);
        boolean additive = tree.operator() == Arithmetic.ADD || tree.operator() == Arithmetic.SUBTRACT;
        boolean dates = additive && isScalar(left) && isScalar(right) && isScalar(tree.type());
        boolean power = tree.operator() == Arithmetic.POWER;
        require(!power && (numbers || texts && tree.operator() == Arithmetic.ADD || dates));
        return node(tree.operator().symbol, tree.left(), tree.right());
    }

    @Override
    public JsonNode negation(Tree.Negation tree) {
        return node("negate", tree.operand());
    }

    @Override
    public JsonNode comparison(Tree.Comparison tree) {
        if (tree.relation() == Relation.EQUAL && (Trees.isNull(tree.left()) || Trees.isNull(tree.right()))) {
            return isNull(Trees.isNull(tree.left()) ? tree.right() : tree.left());
        }
        Type left = tree.left().type();
        Type right = tree.right().type();
        require(isScalar(left) && isScalar(right));
        return node(tree.relation().symbol, tree.left(), tree.right());
    }

    /** Whether something is null can be told of any field, also of one whose values the browser cannot compute with. */
    private JsonNode isNull(Tree tree) {
        ArrayNode node = Json.NODES.arrayNode().add("is null");
        return node.add(tree instanceof Tree.Reference reference ? get(reference, "any") : of(tree));
    }

    @Override
    public JsonNode logic(Tree.Logic tree) {
        return node(tree.conjunction() ? "and" : "or", tree.left(), tree.right());
    }

    @Override
    public JsonNode not(Tree.Not tree) {
        return node("not", tree.operand());
    }

    @Override
    public JsonNode conditional(Tree.Conditional tree) {
        return node("if", tree.condition(), tree.then(), tree.otherwise());
    }

    @Override
    public JsonNode membership(Tree.Membership tree) {
        require(isScalar(tree.value().type()) && isScalar(tree.list().type().elementOrAny()));
        return node("in", tree.value(), tree.list());
    }

    @Override
    public JsonNode call(Tree.Call tree) {
        String name = tree.function().name();
        require(tree.function().isPortable());
        if (name.equals("is defined")) {
            return Json.NODES.arrayNode().add("not").add(isNull(tree.arguments().get(0)));
        }
        if (tree.function().isAggregate()) {
            return aggregate(name, tree.arguments().get(0));
        }
        if (name.equals("get or else")) {
            require(isScalar(tree.type()));
        }
        if (name.equals("list contains") || name.equals("distinct values")) {
            require(isScalar(tree.arguments().get(0).type().elementOrAny()));
        }
        ArrayNode node = Json.NODES.arrayNode().add("call").add(name);
        tree.arguments().forEach(argument -> node.add(of(argument)));
        return node;
    }

    /** Spelled-out lists keep their nulls; a column is wrapped so that they are skipped. */
    private JsonNode aggregate(String name, Tree list) {
        require(name.equals("count") || isScalar(list.type().elementOrAny()));
        JsonNode items = of(list);
        return Json.NODES
                .arrayNode()
                .add("call")
                .add(name)
                .add(
                        list instanceof Tree.ListOf
                                ? items
                                : Json.NODES.arrayNode().add("filled").add(items));
    }

    @Override
    public JsonNode listOf(Tree.ListOf tree) {
        return node("list", tree.items().toArray(Tree[]::new));
    }

    @Override
    public JsonNode filter(Tree.Filter tree) {
        return node("filter", tree.list(), tree.condition());
    }

    @Override
    public JsonNode index(Tree.Index tree) {
        require(tree.position() instanceof Constant);
        return node("index", tree.list(), tree.position());
    }

    @Override
    public JsonNode quantified(Tree.Quantified tree) {
        return loop(tree.every() ? "every" : "some", tree.name(), List.of(tree.list(), tree.condition()));
    }

    @Override
    public JsonNode each(Tree.Each tree) {
        return loop("for", tree.name(), List.of(tree.list(), tree.result()));
    }

    private JsonNode loop(String operation, String name, List<Tree> operands) {
        ArrayNode node = Json.NODES.arrayNode().add(operation).add(name);
        operands.forEach(operand -> node.add(of(operand)));
        return node;
    }
}
