package io.jianmi.form.expression;

import static io.jianmi.form.expression.Type.ANY;
import static io.jianmi.form.expression.Type.BOOLEAN;
import static io.jianmi.form.expression.Type.DATE;
import static io.jianmi.form.expression.Type.DATE_TIME;
import static io.jianmi.form.expression.Type.MONTHS_DURATION;
import static io.jianmi.form.expression.Type.NUMBER;
import static io.jianmi.form.expression.Type.STRING;
import static io.jianmi.form.expression.Type.TIME;

import io.jianmi.form.expression.Function.Result;
import io.jianmi.form.expression.Function.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions that expressions may call; whatever is not here does not exist. Random and external ones are not. */
final class Functions {

    private static final Type NUMBERS = Type.list(NUMBER);
    private static final Type STRINGS = Type.list(STRING);
    private static final Type LIST = Type.list(ANY);

    /** Those that read the clock; whatever else is called gives the same for the same arguments. */
    static final Set<String> CLOCK = Set.of("today", "now");

    private static final Map<String, List<Function>> BY_NAME = table();

    private Functions() {}

    /** The function of that name taking so many arguments. */
    static Optional<Function> find(String name, int arguments) {
        List<Function> overloads = BY_NAME.getOrDefault(name, List.of());
        return overloads.stream()
                .filter(f -> f.isAggregate()
                        ? arguments >= 1
                        : arguments >= f.required()
                                && arguments <= f.parameters().size())
                .findFirst();
    }

    static boolean exists(String name) {
        return BY_NAME.containsKey(name);
    }

    /** The names of the parameters, for a call by name. */
    static List<Function> overloads(String name) {
        return BY_NAME.getOrDefault(name, List.of());
    }

    private static Map<String, List<Function>> table() {
        Table t = new Table();
        t.aggregate("sum", NUMBERS, a -> NUMBER);
        t.aggregate("product", NUMBERS, a -> NUMBER);
        t.aggregate("mean", NUMBERS, a -> NUMBER);
        t.aggregate("median", NUMBERS, a -> NUMBER);
        t.aggregate("min", LIST, Functions::item);
        t.aggregate("max", LIST, Functions::item);
        t.aggregate("count", LIST, a -> NUMBER);
        t.aggregate("all", Type.list(BOOLEAN), a -> BOOLEAN);
        t.aggregate("any", Type.list(BOOLEAN), a -> BOOLEAN);

        t.portable("list contains", "list,element", List.of(LIST, ANY), a -> BOOLEAN);
        t.portable("is empty", "list", List.of(LIST), a -> BOOLEAN);
        t.portable("distinct values", "list", List.of(LIST), a -> a.get(0));
        t.portable("reverse", "list", List.of(LIST), a -> a.get(0));
        t.server("index of", "list,match", List.of(LIST, ANY), a -> NUMBERS);
        t.server("flatten", "list", List.of(LIST), a -> LIST);
        t.server("append", "list,item", List.of(LIST, ANY), a -> a.get(0));
        t.server("concatenate", "a,b", List.of(LIST, LIST), a -> a.get(0).or(a.get(1)));
        t.server("union", "a,b", List.of(LIST, LIST), a -> a.get(0).or(a.get(1)));
        t.server("sublist", "list,start,length", List.of(LIST, NUMBER, NUMBER), 2, a -> a.get(0));
        t.server("string join", "list,delimiter", List.of(STRINGS, STRING), 1, a -> STRING);

        t.portable("not", "negand", List.of(BOOLEAN), a -> BOOLEAN);
        t.portable("is defined", "value", List.of(ANY), a -> BOOLEAN);
        t.portable(
                "get or else", "value,default", List.of(ANY, ANY), a -> a.get(0).or(a.get(1)));

        t.portable("contains", "string,match", List.of(STRING, STRING), a -> BOOLEAN);
        t.portable("starts with", "string,match", List.of(STRING, STRING), a -> BOOLEAN);
        t.portable("ends with", "string,match", List.of(STRING, STRING), a -> BOOLEAN);
        t.portable("upper case", "string", List.of(STRING), a -> STRING);
        t.portable("lower case", "string", List.of(STRING), a -> STRING);
        t.portable("string length", "string", List.of(STRING), a -> NUMBER);
        t.portable("trim", "string", List.of(STRING), a -> STRING);
        t.portable("substring before", "string,match", List.of(STRING, STRING), a -> STRING);
        t.portable("substring after", "string,match", List.of(STRING, STRING), a -> STRING);
        t.server("is blank", "string", List.of(STRING), a -> BOOLEAN);
        t.bounded("substring", "string,start position,length", List.of(STRING, NUMBER, NUMBER), 2, a -> STRING);
        t.bounded("matches", "input,pattern,flags", List.of(STRING, STRING, STRING), 2, a -> BOOLEAN);
        t.bounded(
                "replace", "input,pattern,replacement,flags", List.of(STRING, STRING, STRING, STRING), 3, a -> STRING);
        t.bounded("split", "string,delimiter", List.of(STRING, STRING), 2, a -> STRINGS);

        t.portable("abs", "n", List.of(NUMBER), a -> NUMBER);
        t.portable("floor", "n", List.of(NUMBER), a -> NUMBER);
        t.portable("ceiling", "n", List.of(NUMBER), a -> NUMBER);
        t.portable("modulo", "dividend,divisor", List.of(NUMBER, NUMBER), a -> NUMBER);
        t.portable("odd", "number", List.of(NUMBER), a -> BOOLEAN);
        t.portable("even", "number", List.of(NUMBER), a -> BOOLEAN);
        t.server("sqrt", "number", List.of(NUMBER), a -> NUMBER);
        for (String rounding : List.of("decimal", "round up", "round down", "round half up", "round half down")) {
            t.rounding(rounding);
        }

        t.portable("today", "", List.of(), a -> DATE);
        t.server("now", "", List.of(), a -> DATE_TIME);
        t.server("date", "from", List.of(ANY), a -> DATE);
        t.server("date", "year,month,day", List.of(NUMBER, NUMBER, NUMBER), 3, a -> DATE);
        t.server("time", "from", List.of(ANY), a -> TIME);
        t.server("date and time", "from", List.of(STRING), a -> DATE_TIME);
        t.server("date and time", "date,time", List.of(DATE, TIME), 2, a -> DATE_TIME);
        t.server("duration", "from", List.of(STRING), a -> ANY);
        t.server("years and months duration", "from,to", List.of(DATE, DATE), a -> MONTHS_DURATION);
        t.server("day of week", "date", List.of(DATE), a -> STRING);
        t.server("day of year", "date", List.of(DATE), a -> NUMBER);
        t.server("month of year", "date", List.of(DATE), a -> STRING);
        t.server("week of year", "date", List.of(DATE), a -> NUMBER);
        t.server("last day of month", "date", List.of(DATE), a -> DATE);
        t.server("string", "from", List.of(ANY), a -> STRING);
        t.server("number", "from", List.of(STRING), a -> NUMBER);
        return t.functions;
    }

    private static Type item(List<Type> arguments) {
        return arguments.get(0).elementOrAny();
    }

    private static final class Table {
        final Map<String, List<Function>> functions = new LinkedHashMap<>();

        void aggregate(String name, Type list, Result result) {
            add(name, name, "list", List.of(list), 1, result, Trait.AGGREGATE);
        }

        void portable(String name, String names, List<Type> types, Result result) {
            add(name, name, names, types, types.size(), result, Trait.PORTABLE);
        }

        void rounding(String name) {
            add(name, name, "n,scale", List.of(NUMBER, NUMBER), 2, a -> NUMBER, Trait.ROUNDING);
        }

        void server(String name, String names, List<Type> types, Result result) {
            server(name, names, types, types.size(), result);
        }

        void server(String name, String names, List<Type> types, int required, Result result) {
            add(name, name, names, types, required, result, Trait.SERVER);
        }

        void bounded(String name, String names, List<Type> types, int required, Result result) {
            add(name, BoundedFunctions.PREFIX + name, names, types, required, result, Trait.SERVER);
        }

        private void add(
                String name,
                String engineName,
                String names,
                List<Type> types,
                int required,
                Result result,
                Trait trait) {
            List<String> parameters = names.isEmpty() ? List.of() : Arrays.asList(names.split(","));
            functions
                    .computeIfAbsent(name, n -> new ArrayList<>())
                    .add(new Function(name, engineName, parameters, types, required, result, trait));
        }
    }
}
