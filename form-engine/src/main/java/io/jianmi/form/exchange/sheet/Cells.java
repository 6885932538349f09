package io.jianmi.form.exchange.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells as JSON scalars, and how a text is kept from being taken for a formula (OWASP, CSV injection). Pure. */
public final class Cells {

    /** Spreadsheets hold doubles and show 15 digits. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int LARGEST_EXPONENT = 100;

    /** What makes a spreadsheet compute, in half and full width; behind any number of quotes of ours. */
    private static final Pattern FORMULA =
            Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n\\x00\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");

    private static final Pattern QUOTED = Pattern.compile("(?s)'(" + FORMULA.pattern() + ")");

    private Cells() {}

    /** A text that no spreadsheet takes for a formula. */
    public static String inert(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text before {@link #inert}. */
    static String original(String text) {
        Matcher quoted = QUOTED.matcher(text);
        return quoted.matches() ? quoted.group(1) : text;
    }

    static JsonNode text(String text, SheetLimits limits) {
        if (text.isBlank()) {
            return Json.NODES.nullNode();
        }
        return text.length() > limits.cell() ? broken("import.cell-too-long") : Json.NODES.textNode(original(text));
    }

    /** @param raw as the workbook spells it, such as {@code 0.30000000000000004} or {@code 1E7} */
    static JsonNode number(String raw) {
        try {
            BigDecimal exact = new BigDecimal(raw.strip());
            if (Math.abs((long) exact.scale()) > LARGEST_EXPONENT) {
                return broken("import.cell-error");
            }
            BigDecimal shown = exact.round(SHOWN).stripTrailingZeros();
            return Json.NODES.numberNode(shown.scale() < 0 ? shown.setScale(0) : shown);
        } catch (NumberFormatException noNumber) {
            return broken("import.cell-error");
        }
    }

    /** A cell that says why it cannot be read. */
    static JsonNode broken(String code) {
        return Json.NODES.objectNode().put("error", code);
    }
}
