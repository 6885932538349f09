package io.jianmi.core.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is there as a whole. It begins behind the item that the cursor names; only when that one is gone meanwhile, where
 * it stood. Pure.
 *
 * @param place of the item behind which it begins, 0 for the first
 * @param item its name; empty at the beginning
 * @param limit items at most
 */
record ListCut(int place, String item, int limit) {

    static final int USUAL = 20;

    /** What together tells an item of a list from all others, as far as it has such members. */
    private static final List<String> NAMES = List.of("app", "form", "field", "id", "key", "version");

    /** Of an item without a name: the place alone counts. */
    private static final String NAMELESS = "-";

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,6})\\.([A-Za-z0-9_:.,-]{1,400})");

    /** @return empty for a cursor that no list has given */
    static Optional<ListCut> of(@Nullable String limit, @Nullable String after) {
        int most = limit == null ? USUAL : Integer.parseInt(limit);
        if (after == null || after.isEmpty()) {
            return Optional.of(new ListCut(0, "", most));
        }
        Matcher cursor = CURSOR.matcher(after);
        return cursor.matches()
                ? Optional.of(new ListCut(Integer.parseInt(cursor.group(1)), cursor.group(2), most))
                : Optional.empty();
    }

    /** @param list {@code {"items", "next", ...}} with all items */
    ObjectNode of(ObjectNode list) {
        JsonNode all = list.path("items");
        int from = Math.min(begin(all), all.size());
        int to = Math.min(from + limit, all.size());
        ObjectNode page = list.deepCopy();
        ArrayNode items = page.putArray("items");
        for (int i = from; i < to; i++) {
            items.add(all.get(i));
        }
        return page.put("next", to < all.size() ? (to - 1) + "." + name(all.get(to - 1)) : null);
    }

    private int begin(JsonNode all) {
        if (item.isEmpty()) {
            return 0;
        }
        if (item.equals(NAMELESS) || place < all.size() && name(all.get(place)).equals(item)) {
            return place + 1;
        }
        for (int i = 0; i < all.size(); i++) {
            if (name(all.get(i)).equals(item)) {
                return i + 1;
            }
        }
        return place;
    }

    private static String name(JsonNode item) {
        String name = NAMES.stream()
                .map(member -> item.path(member).asText())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(","));
        return CURSOR.matcher("0." + name).matches() ? name : NAMELESS;
    }
}
