package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.Map;
import java.util.Optional;

/**
 * A way by which a field can leave.
 *
 * @param rule how what it lets out is judged
 */
record Channel(String name, Rule rule, Asking asking) {

    /** What the reference model's state means in a channel. */
    enum Rule {
        /** Shows the record as its page does, while it is read. */
        RECORD,
        /** As {@link #RECORD}, to those of whom a group of the form speaks; who knows the record by his tasks alone has no dashboard. */
        BOARD,
        /** Shows the record to somebody who might update it. */
        PAGE,
        /** Shows the record as its page does to the administrator who looks with this person's eyes. */
        SIMULATED,
        /** Shows what the task's node declares. */
        TASK,
        /** Shows the title alone. */
        TITLE,
        /** Tells a text that was computed of one public or internal field to whoever reads that on the record. */
        TELLS,
        /** The same, to whoever may take it away. */
        MAILS,
        /** Says of each changed field what the task's step shows of it. */
        DIFFERENCES,
        /** Shows no field at all, whoever looks: only that nothing slips through is to be seen. */
        NOTHING,
        /** Shows what is said about the record to whoever may know of it, and to him alone; no field. */
        TALKS,
        /** Tells which fields there are. */
        DEFINITION,
        /** Tells of views of all kinds on each field, saved by somebody who knows it. */
        VIEWS,
        /** Keeps a view that computes with a field's value. */
        KEEPS,
        /** Computes with a field's value. */
        COMPUTES,
        /** As {@link #COMPUTES}, by a blind index where there is one. */
        SEARCHES,
        /** Finds the record by a text that it holds, among all that the person may list. */
        FINDS,
        /** Asks whether some record holds a value; names the record to whoever sees it. */
        DUPLICATES,
        /** Orders by a field. */
        ORDERS,
        /** Asks to open a field. */
        REVEALS,
        /** Lets records out as a file. */
        EXPORTS,
        /** Puts the record on paper. */
        PRINTS,
        /** Gives the privacy desk what is kept of the record's person because she asks for it, and is missing to everybody else. */
        PACKS,
        /** Takes a file whose columns name the fields. */
        IMPORTS,
        /** Takes values for a new record. */
        ENTERS,
        /** Takes values for this record. */
        CHANGES,
        /** Takes values for this record that are to replace what is not seen. */
        REPLACES
    }

    /**
     * What the channel said of one field.
     *
     * @param text the whole answer, head and body
     * @param shown what stands for the field
     * @param code why it was refused; "" when it was not
     * @param found whether the record was among what came
     */
    record Told(String text, Optional<JsonNode> shown, String code, boolean found) {

        static Told of(Api.Result answer, JsonNode shown) {
            return new Told(
                    text(answer),
                    shown.isMissingNode() ? Optional.empty() : Optional.of(shown),
                    answer.ok() ? "" : answer.code(),
                    answer.ok());
        }

        static String text(Api.Result answer) {
            return answer.status() + " " + answer.headers().map() + " " + answer.text();
        }
    }

    /** Asks in a person's name; by field. Empty: the channel has nothing to do with this person and this record. */
    interface Asking {
        Map<String, Told> ask(Api api, String person, Exhibit exhibit);
    }
}
