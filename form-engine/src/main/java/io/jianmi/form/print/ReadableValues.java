package io.jianmi.form.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.purpose.Purpose;
import io.jianmi.core.privacy.purpose.Purposes;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Values in words for pages that are read away from the product, written as on paper. */
@Singleton
public final class ReadableValues {

    private final Purposes purposes;
    private final ZoneId zone;

    ReadableValues(
            Purposes purposes, @ConfigProperty(name = "jianmi.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.purposes = purposes;
        this.zone = zone;
    }

    /** One language's way of writing. */
    public static final class Writing {

        private final PaperValues values;

        Writing(PaperValues values) {
            this.values = values;
        }

        /**
         * @param value as answers carry it
         * @param field as its definition says it
         */
        public String text(JsonNode value, JsonNode field) {
            return values.text(field, value);
        }

        public String point(Instant at) {
            return values.times().point(at.toString());
        }
    }

    public Uni<Writing> in(TenantKey tenant, Locale language) {
        PaperWords words = PaperWords.of(List.of(language));
        return purposes.of(tenant).map(list -> {
            Map<String, JsonNode> titles = list.stream().collect(Collectors.toMap(Purpose::key, Purpose::title));
            return new Writing(new PaperValues(words, new PaperTimes(words, zone), titles, Regions.names()));
        });
    }
}
