package io.jianmi.form.aggregate;

import io.jianmi.form.query.Filter;
import java.util.List;

/**
 * A question about groups of a form's records.
 *
 * @param dimensions none: all records are one group
 * @param measures at least one
 * @param limit most groups that are told
 */
public record AggregateQuery(
        Filter filter, List<Dimension> dimensions, List<Measure> measures, Order order, int limit) {

    /** Most groups of one question, whatever it asks for. */
    public static final int MOST_GROUPS = 500;

    /** By what groups stand in order. */
    public enum By {
        KEY,
        /** The first measure. */
        VALUE
    }

    public record Order(By by, boolean descending) {}

    public AggregateQuery {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
    }
}
