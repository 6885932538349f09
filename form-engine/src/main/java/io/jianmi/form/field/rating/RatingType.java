package io.jianmi.form.field.rating;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.field.ExactNumber;
import io.jianmi.form.field.OptionReader;
import java.math.BigDecimal;

/** From one star to as many as the field offers, sent as an integer. */
public final class RatingType extends ExactNumber {

    private static final int DEFAULT_STARS = 5;

    public RatingType() {
        super("rating", 0);
    }

    @Override
    public Options options(OptionReader in) {
        return new Options(0, BigDecimal.ONE, BigDecimal.valueOf(in.integer("maximum", DEFAULT_STARS)));
    }

    /** The one number that goes out as a JSON number: it is small, so no reader rounds it. */
    @Override
    public JsonNode write(JsonNode stored, Options options) {
        return Json.NODES.numberNode(Integer.parseInt(stored.textValue()));
    }
}
