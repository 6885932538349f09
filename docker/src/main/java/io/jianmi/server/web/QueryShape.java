package io.jianmi.server.web;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What no address of the API takes in its query, whoever reads it: a name said twice, a switch that is neither on nor off, a number that is
 * none, a character that the database keeps nowhere (U+0000). A dry run in other words than these would not be one. Pure.
 */
final class QueryShape {

    private static final Set<String> SWITCHES = Set.of("dryRun", "values", "compiled", "draft", "unread");
    private static final Set<String> NUMBERS = Set.of("leaf", "size");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    /** How many items of a list are asked for: 1 to 200. */
    private static final String LIMIT = "limit";

    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]?|1[0-9]{2}|200");

    /** Records that one stream watches. */
    private static final Set<String> SEVERAL = Set.of("record");

    private QueryShape() {}

    /** The name that is wrong, empty when it cannot be told; nothing when all is well. */
    static Optional<String> wrong(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Optional.empty();
        }
        try {
            for (Map.Entry<String, List<String>> one :
                    new QueryStringDecoder(query, false).parameters().entrySet()) {
                if (wrong(one.getKey(), one.getValue())) {
                    return Optional.of(known(one.getKey()));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.of("");
        }
    }

    private static boolean wrong(String name, List<String> values) {
        String value = values.get(0);
        return values.size() > 1 && !SEVERAL.contains(name)
                || values.stream().anyMatch(one -> one.indexOf('\0') >= 0)
                || SWITCHES.contains(name) && !value.equals("true") && !value.equals("false")
                || LIMIT.equals(name) && !PAGE.matcher(value).matches()
                || NUMBERS.contains(name) && !NUMBER.matcher(value).matches();
    }

    /** A name that a caller made up is not said back to him. */
    private static String known(String name) {
        return name.matches("[a-zA-Z]{1,20}") ? name : "";
    }
}
