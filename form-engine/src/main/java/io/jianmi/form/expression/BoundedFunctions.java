package io.jianmi.form.expression;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;

/**
 * Functions that feel-engine runs under our names: the built-in of the same name would throw (substring), backtrack
 * without end (patterns) or grow without end (replace); and the one that drops nulls before an aggregate. No expression
 * can name them: the checker lets only {@link Functions} through.
 */
final class BoundedFunctions extends JavaFunctionProvider {

    static final String PREFIX = "bounded ";
    static final String WITHOUT_NULLS = PREFIX + "without nulls";

    private static final int MAX_TEXT = 100_000;
    private static final Val NULL = ValNull$.MODULE$;

    private final Map<String, List<JavaFunction>> functions = Map.of(
            WITHOUT_NULLS,
            List.of(function(BoundedFunctions::withoutNulls, "list")),
            PREFIX + "substring",
            List.of(
                    function(BoundedFunctions::substring, "string", "start"),
                    function(BoundedFunctions::substring, "string", "start", "length")),
            PREFIX + "matches",
            List.of(
                    function(BoundedFunctions::matches, "input", "pattern"),
                    function(BoundedFunctions::matches, "input", "pattern", "flags")),
            PREFIX + "replace",
            List.of(
                    function(BoundedFunctions::replace, "input", "pattern", "replacement"),
                    function(BoundedFunctions::replace, "input", "pattern", "replacement", "flags")),
            PREFIX + "split",
            List.of(function(BoundedFunctions::split, "string", "delimiter")));

    @Override
    public Optional<JavaFunction> resolveFunction(String name) {
        return resolveFunctions(name).stream().findFirst();
    }

    @Override
    public List<JavaFunction> resolveFunctions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    @Override
    public Collection<String> getFunctionNames() {
        return functions.keySet();
    }

    private static JavaFunction function(java.util.function.Function<List<Val>, Val> body, String... names) {
        return new JavaFunction(List.of(names), body);
    }

    private static Val withoutNulls(List<Val> arguments) {
        if (!(arguments.get(0) instanceof ValList list)) {
            return arguments.get(0);
        }
        List<Val> kept = new ArrayList<>();
        for (Val item : CollectionConverters.asJava(list.items())) {
            if (!NULL.equals(item)) {
                kept.add(item);
            }
        }
        return list(kept);
    }

    /** Counts UTF-16 units from 1, or from the end when negative, as feel-engine does; null where that points outside. */
    private static Val substring(List<Val> arguments) {
        if (!(arguments.get(0) instanceof ValString text) || !(arguments.get(1) instanceof ValNumber start)) {
            return NULL;
        }
        int from = start.value().intValue();
        int begin = from > 0 ? from - 1 : text.value().length() + from;
        int end = text.value().length();
        if (arguments.size() == 3) {
            if (!(arguments.get(2) instanceof ValNumber length)) {
                return NULL;
            }
            end = (int) Math.min(end, (long) begin + length.value().intValue());
        }
        return from == 0 || begin < 0 || begin > end
                ? NULL
                : new ValString(text.value().substring(begin, end));
    }

    private static Val matches(List<Val> arguments) {
        return withMatcher(arguments, 2, matcher -> new ValBoolean(matcher.find()));
    }

    private static Val replace(List<Val> arguments) {
        if (!(arguments.get(2) instanceof ValString replacement)) {
            return NULL;
        }
        return withMatcher(arguments, 3, matcher -> {
            StringBuilder result = new StringBuilder();
            while (matcher.find()) {
                matcher.appendReplacement(result, replacement.value());
                if (result.length() > MAX_TEXT) {
                    return NULL;
                }
            }
            return new ValString(matcher.appendTail(result).toString());
        });
    }

    private static Val split(List<Val> arguments) {
        return withMatcher(arguments, 2, matcher -> {
            String text = ((ValString) arguments.get(0)).value();
            List<Val> parts = new ArrayList<>();
            int from = 0;
            while (matcher.find()) {
                if (matcher.end() > 0) {
                    parts.add(new ValString(text.substring(from, matcher.start())));
                }
                from = matcher.end();
            }
            parts.add(new ValString(text.substring(from)));
            return list(parts);
        });
    }

    private static Val withMatcher(List<Val> arguments, int flagsAt, java.util.function.Function<Matcher, Val> use) {
        if (!(arguments.get(0) instanceof ValString input) || !(arguments.get(1) instanceof ValString pattern)) {
            return NULL;
        }
        int flags = arguments.size() > flagsAt && arguments.get(flagsAt) instanceof ValString letters
                ? flags(letters.value())
                : 0;
        try {
            return use.apply(Pattern.compile(pattern.value(), flags).matcher(new MeteredText(input.value())));
        } catch (PatternSyntaxException | MeteredText.Exhausted | StackOverflowError e) {
            // An unusable pattern and one that would not end both give null, as FEEL has it for every failed call.
            return NULL;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // A replacement that names a group the pattern has not.
            return NULL;
        }
    }

    private static int flags(String letters) {
        return (letters.contains("s") ? Pattern.DOTALL : 0)
                | (letters.contains("m") ? Pattern.MULTILINE : 0)
                | (letters.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (letters.contains("x") ? Pattern.COMMENTS : 0);
    }

    private static Val list(List<Val> items) {
        return new ValList(CollectionConverters.asScala(items).toList());
    }
}
