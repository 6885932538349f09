package io.jianmi.e2e;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds every shape of every canary in one pass over the bytes. Where no shape begins with the three bytes that stand at a place,
 * which is nearly everywhere, one bit says so.
 */
final class Needles {

    private static final int START = 3;

    private final BitSet starts = new BitSet(1 << (8 * START));
    private final Map<Integer, List<Needle>> byStart = new HashMap<>();

    private record Needle(String name, byte[] bytes) {

        boolean standsAt(byte[] hay, int place) {
            if (place + bytes.length > hay.length) {
                return false;
            }
            for (int i = START; i < bytes.length; i++) {
                if (hay[place + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    Needles(Collection<Canary> canaries) {
        canaries.forEach(canary ->
                canary.shapes().forEach((shape, bytes) -> add(new Needle(canary.value() + " as " + shape, bytes))));
    }

    /** What is found in a text, whose bytes are those of UTF-8: a line a shape, such as {@code 13800138000 as hex UTF-8}. */
    Collection<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    Collection<String> in(byte[] hay) {
        TreeSet<String> found = new TreeSet<>();
        int start = 0;
        for (int end = 0; end < hay.length; end++) {
            start = (start << 8 | hay[end] & 0xff) & 0xffffff;
            if (end >= START - 1 && starts.get(start)) {
                int place = end - START + 1;
                byStart.getOrDefault(start, List.of()).stream()
                        .filter(needle -> needle.standsAt(hay, place))
                        .forEach(needle -> found.add(needle.name()));
            }
        }
        return found;
    }

    private void add(Needle needle) {
        byte[] bytes = needle.bytes();
        int start = (bytes[0] & 0xff) << 16 | (bytes[1] & 0xff) << 8 | bytes[2] & 0xff;
        starts.set(start);
        byStart.computeIfAbsent(start, none -> new ArrayList<>()).add(needle);
    }
}
