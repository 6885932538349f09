package io.jianmi.form.dashboard.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a widget looks, and with that how many dimensions and measures it can show. */
public enum WidgetKind {
    NUMBER(0, 0, 4),
    BAR(1, 2, 4),
    LINE(1, 2, 4),
    PIE(1, 1, 1),
    /** Of groups; or of records, which then are listed as they are anywhere. */
    TABLE(1, 2, 6),
    PIVOT(2, 2, 1),
    FUNNEL(1, 1, 1),
    /** Of the provinces of China. */
    MAP(1, 1, 1);

    private final int leastDimensions;
    private final int mostDimensions;
    private final int mostMeasures;

    WidgetKind(int leastDimensions, int mostDimensions, int mostMeasures) {
        this.leastDimensions = leastDimensions;
        this.mostDimensions = mostDimensions;
        this.mostMeasures = mostMeasures;
    }

    int leastDimensions() {
        return leastDimensions;
    }

    int mostDimensions() {
        return mostDimensions;
    }

    /** @param dimensions a second one stands where further measures would */
    int mostMeasures(int dimensions) {
        return dimensions > 1 && this != TABLE ? 1 : mostMeasures;
    }

    /** The word in definitions. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WidgetKind> parse(@Nullable String word) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(word)).findFirst();
    }
}
