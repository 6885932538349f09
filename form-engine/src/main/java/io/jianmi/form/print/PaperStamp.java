package io.jianmi.form.print;

import java.time.Instant;

/**
 * Who takes the paper along, and when; stands at the foot of each page.
 *
 * @param tenant whose record it is
 * @param name of the person
 */
record PaperStamp(String tenant, String name, Instant at) {

    String line(PaperWords words, PaperTimes times) {
        return "简密 Jianmi · " + words.printedBy + " " + name + " · " + words.printedAt + " "
                + times.point(at.toString());
    }
}
