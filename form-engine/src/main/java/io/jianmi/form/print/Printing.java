package io.jianmi.form.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.purpose.Purpose;
import io.jianmi.core.privacy.purpose.Purposes;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.PublishedForm;
import io.jianmi.form.record.PaperRecord;
import io.jianmi.form.record.PaperRecords;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints records: decided, laid out, rendered, noted, in this order; what was not noted does not leave. */
@Singleton
final class Printing {

    /** Records that one document holds. */
    static final int MOST_RECORDS = 50;

    private final PaperRecords records;
    private final Purposes purposes;
    private final PrintShop shop;
    private final InstantSource clock;
    private final ZoneId zone;

    Printing(
            PaperRecords records,
            Purposes purposes,
            PrintShop shop,
            InstantSource clock,
            @ConfigProperty(name = "jianmi.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.records = records;
        this.purposes = purposes;
        this.shop = shop;
        this.clock = clock;
        this.zone = zone;
    }

    /** One record as a PDF. */
    Uni<byte[]> one(Actor actor, CompiledForm form, UUID id, PaperWords words) {
        return records.one(actor, form, id).chain(papers -> printed(actor, form, papers, words));
    }

    /** Several as one PDF, each on a page of its own; all or none. */
    Uni<byte[]> all(Actor actor, CompiledForm form, List<UUID> ids, PaperWords words) {
        if (ids.size() > MOST_RECORDS) {
            throw ProblemException.of(PrintProblem.TOO_MANY, Map.of("most", MOST_RECORDS));
        }
        return records.all(actor, form, ids).chain(papers -> printed(actor, form, papers, words));
    }

    private Uni<byte[]> printed(Actor actor, CompiledForm form, List<PaperRecord> papers, PaperWords words) {
        PaperStamp stamp = new PaperStamp(actor.tenant().value(), actor.name(), clock.instant());
        return purposes(actor, form)
                .chain(titles -> shop.print(font -> {
                    Map<String, String> regions = holds(form, "region") ? Regions.names() : Map.of();
                    PaperValues values = new PaperValues(words, new PaperTimes(words, zone), titles, regions);
                    return new PaperPage(PublishedForm.visibleTo(form, actor), stamp, words, values, font.drawable())
                            .of(papers, PaperStyle.SHEET);
                }))
                .call(() -> records.noted(actor, papers));
    }

    private Uni<Map<String, JsonNode>> purposes(Actor actor, CompiledForm form) {
        if (!holds(form, "consent")) {
            return Uni.createFrom().item(Map.of());
        }
        return purposes.of(actor.tenant()).map(all -> {
            Map<String, JsonNode> titles = new HashMap<>();
            for (Purpose purpose : all) {
                titles.put(purpose.key(), purpose.title());
            }
            return titles;
        });
    }

    /** Whether values of that type may stand on it, its own or those of a form that it looks at. */
    private static boolean holds(CompiledForm form, String type) {
        Stream<CompiledField> cells = form.subforms().stream().flatMap(subform -> subform.fields().stream());
        return !form.derivesFrom().isEmpty()
                || Stream.concat(form.fields().stream(), cells)
                        .anyMatch(field -> field.type().type().key().equals(type));
    }
}
