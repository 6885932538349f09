package io.jianmi.form.field.serial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern such as {@code KH-{yyyy}{MM}-{00000}}: text, parts of the day, and exactly one counter whose zeros give its least width.
 */
public record SerialPattern(List<Part> parts) {

    private static final Pattern TOKEN = Pattern.compile("\\{(yyyy|yy|MM|dd|0{1,12})}");
    private static final int MAX_LENGTH = 100;

    /** What a part prints. */
    public enum Kind {
        TEXT,
        YEAR,
        SHORT_YEAR,
        MONTH,
        DAY,
        COUNTER
    }

    /** @param text the text itself, or the zeros of the counter */
    public record Part(Kind kind, String text) {}

    public SerialPattern {
        parts = List.copyOf(parts);
    }

    /** Empty when braces hold something else or there is not exactly one counter. */
    static Optional<SerialPattern> parse(String pattern) {
        List<Part> parts = new ArrayList<>();
        Matcher token = TOKEN.matcher(pattern);
        int end = 0;
        while (token.find()) {
            parts.add(new Part(Kind.TEXT, pattern.substring(end, token.start())));
            parts.add(part(token.group(1)));
            end = token.end();
        }
        parts.add(new Part(Kind.TEXT, pattern.substring(end)));
        boolean clean = parts.stream()
                .noneMatch(part -> part.kind() == Kind.TEXT && part.text().matches(".*[{}].*"));
        long counters =
                parts.stream().filter(part -> part.kind() == Kind.COUNTER).count();
        return clean && counters == 1 && pattern.length() <= MAX_LENGTH
                ? Optional.of(new SerialPattern(parts))
                : Optional.empty();
    }

    String format(long number, LocalDate day) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part.kind()) {
                case TEXT -> text.append(part.text());
                case YEAR -> text.append(padded(day.getYear(), 4));
                case SHORT_YEAR -> text.append(padded(day.getYear() % 100, 2));
                case MONTH -> text.append(padded(day.getMonthValue(), 2));
                case DAY -> text.append(padded(day.getDayOfMonth(), 2));
                case COUNTER -> text.append(padded(number, part.text().length()));
            }
        }
        return text.toString();
    }

    /** The finest part of the day that the pattern prints: numbers may start again when it changes. */
    SerialOptions.Reset finest() {
        if (prints(Kind.DAY)) {
            return SerialOptions.Reset.DAY;
        }
        if (prints(Kind.MONTH)) {
            return SerialOptions.Reset.MONTH;
        }
        return prints(Kind.YEAR) || prints(Kind.SHORT_YEAR) ? SerialOptions.Reset.YEAR : SerialOptions.Reset.NEVER;
    }

    private boolean prints(Kind kind) {
        return parts.stream().anyMatch(part -> part.kind() == kind);
    }

    private static Part part(String token) {
        return switch (token) {
            case "yyyy" -> new Part(Kind.YEAR, "");
            case "yy" -> new Part(Kind.SHORT_YEAR, "");
            case "MM" -> new Part(Kind.MONTH, "");
            case "dd" -> new Part(Kind.DAY, "");
            default -> new Part(Kind.COUNTER, token);
        };
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
