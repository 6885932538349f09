package io.jianmi.core.privacy.masking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps the year of an ISO 8601 date. */
final class BirthDateRule implements PartialMask.Rule {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Override
    public Optional<String> shown(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate.parse(text);
            return Optional.of(text.substring(0, 4) + "-**-**");
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
