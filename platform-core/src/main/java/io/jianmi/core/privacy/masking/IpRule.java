package io.jianmi.core.privacy.masking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the first half of an IPv4 address and the first two groups of an IPv6 address (RFC 4291 text forms). */
final class IpRule implements PartialMask.Rule {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;

    @Override
    public Optional<String> shown(String text) {
        Matcher v4 = V4.matcher(text);
        if (v4.matches()) {
            return Optional.of(v4.group(1) + "." + v4.group(2) + ".*.*");
        }
        return v6(text).map(groups -> groups.get(0) + ":" + groups.get(1) + ":*");
    }

    private static Optional<List<String>> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true).filter(all -> all.size() == GROUPS);
        }
        return groups(text.substring(0, gap), false)
                .flatMap(head -> groups(text.substring(gap + 2), true).flatMap(tail -> filled(head, tail)));
    }

    private static Optional<List<String>> filled(List<String> head, List<String> tail) {
        int missing = GROUPS - head.size() - tail.size();
        if (missing < 1) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(head);
        all.addAll(Collections.nCopies(missing, "0"));
        all.addAll(tail);
        return Optional.of(all);
    }

    /** The groups without leading zeros; empty when something else stands there. A dotted tail is two groups. */
    private static Optional<List<String>> groups(String part, boolean dottedTail) {
        List<String> found = new ArrayList<>();
        if (part.isEmpty()) {
            return Optional.of(found);
        }
        String[] groups = part.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            Matcher v4 = V4.matcher(groups[i]);
            if (GROUP.matcher(groups[i]).matches()) {
                found.add(Integer.toHexString(Integer.parseInt(groups[i], 16)));
            } else if (dottedTail && i == groups.length - 1 && v4.matches()) {
                found.add(pair(v4.group(1), v4.group(2)));
                found.add(pair(v4.group(3), v4.group(4)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private static String pair(String high, String low) {
        return Integer.toHexString(Integer.parseInt(high) * 256 + Integer.parseInt(low));
    }
}
