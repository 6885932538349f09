package io.jianmi.workflow.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled expression over a record. Pure, bounded, thread-safe. */
public interface Formula {

    /** Keys of the fields that it reads. */
    Set<String> inputs();

    /** The level that its result inherits (design: taint). */
    Sensitivity taint();

    /**
     * @param values of the inputs, in the types of the expression language
     * @return null when the expression is null or could not be evaluated within its bounds
     */
    @Nullable
    Object evaluate(Map<String, Object> values);

    /** Only {@code true} counts: null, a failure and anything else do not. */
    default boolean holds(Map<String, Object> values) {
        return Boolean.TRUE.equals(evaluate(values));
    }
}
