package io.jianmi.form.aggregate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How values that lie close together are put into one group. */
public enum Bucket {
    DAY,
    /** From Monday (ISO 8601). */
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    PROVINCE,
    CITY;

    /** Whether it is about times; else about places. */
    public boolean ofTime() {
        return compareTo(YEAR) <= 0;
    }

    /** The word in definitions. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Bucket> parse(@Nullable String word) {
        return Arrays.stream(values())
                .filter(bucket -> bucket.key().equals(word))
                .findFirst();
    }
}
