package io.jianmi.form.print;

import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints reports. Who may have them, and the entry about it, are the caller's affair. */
@Singleton
public final class Reports {

    private final PrintShop shop;
    private final InstantSource clock;
    private final ZoneId zone;

    Reports(
            PrintShop shop,
            InstantSource clock,
            @ConfigProperty(name = "jianmi.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.shop = shop;
        this.clock = clock;
        this.zone = zone;
    }

    /** The report as a PDF, stamped with who takes it along; fails as printing records does. */
    public Uni<byte[]> print(Actor actor, PaperReport report, Iterable<Locale> languages) {
        PaperWords words = PaperWords.of(languages);
        PaperStamp stamp = new PaperStamp(actor.tenant().value(), actor.name(), clock.instant());
        return shop.print(font -> new ReportPage(stamp, words, new PaperTimes(words, zone), font.drawable())
                .of(report, PaperStyle.SHEET));
    }

    /** How points in time (RFC 3339) are written on paper in that language. */
    public UnaryOperator<String> times(Iterable<Locale> languages) {
        return new PaperTimes(PaperWords.of(languages), zone)::point;
    }
}
