package io.jianmi.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block of addresses (RFC 4632, RFC 4291): the first bits are those of the prefix. */
public final class Network {

    private static final Pattern V4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-f:]*:[0-9a-f:]*");
    private static final int GROUPS = 8;

    private final byte[] prefix;
    private final int bits;

    private Network(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    public static Network parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("no network"));
    }

    /** A network or a single address; empty for whatever else. */
    public static Optional<Network> find(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        return address(address).flatMap(prefix -> {
            int most = prefix.length * Byte.SIZE;
            int bits = slash < 0 ? most : number(text.substring(slash + 1), 10, most);
            return bits < 0 ? Optional.empty() : Optional.of(new Network(prefix, bits));
        });
    }

    /** The four or sixteen bytes of an address as it is written; empty for whatever else. Nothing is resolved. */
    public static Optional<byte[]> address(String text) {
        return V4.matcher(text).matches() ? v4(text) : V6.matcher(text).matches() ? v6(text) : Optional.empty();
    }

    public boolean holds(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((address[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> v4(String text) {
        byte[] bytes = new byte[4];
        String[] parts = text.split("\\.", -1);
        for (int i = 0; i < bytes.length; i++) {
            int part = number(parts[i], 10, 255);
            if (part < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) part;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap));
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        int missing = GROUPS - head.size() - tail.size();
        if (head.contains(-1) || tail.contains(-1) || (gap < 0 ? missing != 0 : missing < 1)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[GROUPS * 2];
        for (int i = 0; i < GROUPS; i++) {
            int group =
                    i < head.size() ? head.get(i) : i < head.size() + missing ? 0 : tail.get(i - head.size() - missing);
            bytes[2 * i] = (byte) (group >> Byte.SIZE);
            bytes[2 * i + 1] = (byte) group;
        }
        return Optional.of(bytes);
    }

    private static List<Integer> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        if (!text.isEmpty()) {
            Arrays.stream(text.split(":", -1)).forEach(group -> groups.add(number(group, 16, 0xFFFF)));
        }
        return groups;
    }

    /** -1 for what is no number up to that one. */
    private static int number(String text, int radix, int most) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        try {
            int number = Integer.parseInt(text, radix);
            return number <= most ? number : -1;
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
