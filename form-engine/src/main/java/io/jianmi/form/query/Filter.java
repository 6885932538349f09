package io.jianmi.form.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.field.Operator;
import java.util.List;
import java.util.stream.Stream;

/** A filter of the HTTP contract. */
public sealed interface Filter {

    /** True of every record. */
    Filter ALL = new And(List.of());

    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Filter part) implements Filter {}

    /**
     * One comparison.
     *
     * @param pointer where it stands in the request
     * @param field a field or system field, {@code subform.field} or {@code relation.field}
     * @param value as sent; a JSON null when absent
     */
    record Comparison(String pointer, String field, Operator operator, JsonNode value) implements Filter {}

    /** Every comparison in it, however deep, in the order in which they stand. */
    static Stream<Comparison> comparisons(Filter filter) {
        if (filter instanceof And all) {
            return all.parts().stream().flatMap(Filter::comparisons);
        }
        if (filter instanceof Or any) {
            return any.parts().stream().flatMap(Filter::comparisons);
        }
        if (filter instanceof Not negated) {
            return comparisons(negated.part());
        }
        return Stream.of((Comparison) filter);
    }
}
