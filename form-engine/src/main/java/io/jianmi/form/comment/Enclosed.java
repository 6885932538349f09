package io.jianmi.form.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.time.Ids;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What goes with the words of a comment, of a record's or of an act: whom it mentions, and files. Pure.
 *
 * @param mentions ids of members, each once
 * @param files ids of files, each once
 */
public record Enclosed(List<String> mentions, List<UUID> files) {

    public static final Enclosed NOTHING = new Enclosed(List.of(), List.of());

    static final int MOST_MENTIONS = 20;
    static final int MOST_FILES = 9;

    private static final String MENTIONS = "mentions";
    private static final String FILES = "files";

    public Enclosed {
        mentions = List.copyOf(mentions);
        files = List.copyOf(files);
    }

    /** Findings are added at {@code /mentions/i} and {@code /files/i}. */
    public static Enclosed read(JsonNode body, Org org, List<Finding> findings) {
        return new Enclosed(
                list(
                        body,
                        MENTIONS,
                        MOST_MENTIONS,
                        "member.unknown",
                        findings,
                        id -> Optional.of(id)
                                .filter(one -> org.member(new MemberId(one)).isPresent())),
                list(body, FILES, MOST_FILES, "file.unknown", findings, Ids::parse));
    }

    private static <T> List<T> list(
            JsonNode body,
            String name,
            int most,
            String unknown,
            List<Finding> findings,
            Function<String, Optional<T>> known) {
        JsonNode sent = body.path(name);
        Report report = new Report("/" + name, findings);
        if (sent.isMissingNode() || sent.isNull()) {
            return List.of();
        }
        if (!sent.isArray()) {
            report.error("request.type", Map.of("expected", "array"));
            return List.of();
        }
        if (sent.size() > most) {
            report.error("field.too-many-items", Map.of("maxItems", most));
            return List.of();
        }
        Set<T> each = new LinkedHashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            Optional<T> one = Optional.ofNullable(sent.get(i).textValue()).flatMap(known);
            one.ifPresent(each::add);
            if (one.isEmpty()) {
                report.child(i).error(unknown);
            }
        }
        return new ArrayList<>(each);
    }

    public boolean isEmpty() {
        return mentions.isEmpty() && files.isEmpty();
    }

    /** Adds itself to what is sealed; nothing where there is none. */
    public ObjectNode into(ObjectNode json) {
        mentions.forEach(json.putArray(MENTIONS)::add);
        if (!files.isEmpty()) {
            files.stream().map(UUID::toString).forEach(json.putArray(FILES)::add);
        }
        return json;
    }

    /** As it was sealed. */
    public static Enclosed of(JsonNode json) {
        List<String> mentions = new ArrayList<>();
        json.path(MENTIONS).forEach(id -> mentions.add(id.asText()));
        List<UUID> files = new ArrayList<>();
        json.path(FILES).forEach(id -> Ids.parse(id.asText()).ifPresent(files::add));
        return new Enclosed(mentions, files);
    }
}
