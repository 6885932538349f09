package io.jianmi.form.expression;

import io.jianmi.core.problem.Finding;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** A condition with all values bound, or the findings that say why there is none. */
public record SqlCondition(Optional<Condition> condition, List<Finding> findings) {

    static SqlCondition of(Condition condition) {
        return new SqlCondition(Optional.of(condition), List.of());
    }

    static SqlCondition failed(List<Finding> findings) {
        return new SqlCondition(Optional.empty(), List.copyOf(findings));
    }
}
