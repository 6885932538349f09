package io.jianmi.bench;

import java.util.Arrays;
import java.util.List;

/** The works in the order in which they run: lists while the table has its nominal size, approvals last. */
enum Work {
    W5("restart of the server process"),
    W3("list: filter, newest 20, all readable fields"),
    W3C("the same list with the total"),
    W1("create one record a request"),
    W2("read one by id"),
    W6("import 10,000 records in batches"),
    W4("whole two-step approvals"),
    W7("a page of an inbox with 10,000 open tasks");

    private final String title;

    Work(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** {@code W3c}, as people write it. */
    String label() {
        return this == W3C ? "W3c" : name();
    }

    static Work named(String word) {
        return Arrays.stream(values())
                .filter(work -> work.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no work " + word + ".\n\n" + BenchOptions.USAGE));
    }

    /** All but the restart and the full inbox, which the person must ask for. */
    static List<Work> usual() {
        return Arrays.stream(values()).filter(work -> work != W5 && work != W7).toList();
    }
}
