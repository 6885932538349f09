package io.jianmi.form.aggregate;

import io.jianmi.form.field.Derivation.Aggregate;
import java.util.Optional;

/**
 * What is worked out of each group.
 *
 * @param pointer where it stands in its document
 * @param field whose values; empty where records are counted
 */
public record Measure(String pointer, Aggregate aggregate, Optional<String> field) {

    /** Whether it may be the value of one record alone, however many there are. */
    public boolean single() {
        return aggregate == Aggregate.MIN || aggregate == Aggregate.MAX;
    }
}
