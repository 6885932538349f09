package io.jianmi.form.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Results with each point in time as the moment that it is: the compiler reads points in the tenant's zone, the engine in the
 * zone that was typed.
 */
final class TckMoments {

    private static final Pattern POINT =
            Pattern.compile("(-?\\d{4,9}-\\d\\d-\\d\\dT[0-9:.]+)(Z|[+-][0-9:]+)?(?:@(.+))?");
    private static final Pattern TIME = Pattern.compile("([0-9:.]+)(Z|[+-][0-9:]+)");

    private final ZoneId tenant;

    TckMoments(ZoneId tenant) {
        this.tenant = tenant;
    }

    boolean same(Trial a, Trial b) {
        return a.type().equals(b.type()) && moment(a).equals(moment(b));
    }

    private JsonNode moment(Trial trial) {
        JsonNode value = trial.value().orElseGet(Json.NODES::nullNode);
        return value.isTextual() ? Json.NODES.textNode(moment(value.textValue())) : TckCase.normal(value);
    }

    private String moment(String text) {
        Matcher point = POINT.matcher(text);
        Matcher time = TIME.matcher(text);
        try {
            if (point.matches()) {
                return zoned(local(point.group(1)), point.group(2), point.group(3))
                        .toInstant()
                        .toString();
            }
            return time.matches()
                    ? OffsetTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toString()
                    : text;
        } catch (DateTimeException notAMoment) {
            return text;
        }
    }

    /** Java wants a sign before a year of more than four digits, FEEL has none. */
    private static LocalDateTime local(String text) {
        boolean longYear = Character.isDigit(text.charAt(4)) && text.charAt(0) != '-';
        return LocalDateTime.parse(longYear ? "+" + text : text);
    }

    private ZonedDateTime zoned(LocalDateTime local, @Nullable String offset, @Nullable String zone) {
        if (zone != null) {
            return local.atZone(ZoneId.of(zone));
        }
        return local.atZone(offset == null ? tenant : ZoneOffset.of(offset));
    }
}
