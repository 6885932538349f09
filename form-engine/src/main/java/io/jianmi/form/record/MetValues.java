package io.jianmi.form.record;

import io.jianmi.core.crypto.Sha256;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The values of unique fields that a rehearsal has met, in the order in which the work itself will meet them: who comes first keeps his.
 * Of each it holds 64 bits of a digest and nothing else, sixteen bytes a value: of ten million values two look alike once in some 370,000
 * rehearsals, and then one record too many is told. Not thread-safe: one batch follows the other.
 */
final class MetValues implements Taken {

    private static final int FIRST_SIZE = 1_024;

    private final Map<String, Marks> fields = new HashMap<>();

    @Override
    public boolean by(UUID record, String path, byte[] mark) {
        long first = ByteBuffer.wrap(Sha256.of(mark)).getLong();
        return !fields.computeIfAbsent(path, field -> new Marks()).add(first);
    }

    /** Numbers, each once; at most half of the places are taken, and a free one holds zero. */
    private static final class Marks {

        private long[] places = new long[FIRST_SIZE];
        private int size;

        /** False where it is there already. */
        boolean add(long mark) {
            long number = mark == 0 ? 1 : mark;
            int place = place(places, number);
            if (places[place] == number) {
                return false;
            }
            places[place] = number;
            size++;
            if (size > places.length / 2) {
                long[] more = new long[places.length * 2];
                for (long known : places) {
                    if (known != 0) {
                        more[place(more, known)] = known;
                    }
                }
                places = more;
            }
            return true;
        }

        private static int place(long[] places, long number) {
            int place = (int) (number & places.length - 1);
            while (places[place] != 0 && places[place] != number) {
                place = place + 1 & places.length - 1;
            }
            return place;
        }
    }
}
