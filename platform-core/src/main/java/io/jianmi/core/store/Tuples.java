package io.jianmi.core.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Parameters of any number, of which any may be null. */
public final class Tuples {

    private Tuples() {}

    public static Tuple of(@Nullable Object... values) {
        Tuple tuple = Tuple.tuple();
        Arrays.asList(values).forEach(tuple::addValue);
        return tuple;
    }
}
