package io.jianmi.workflow.instance;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.form.access.UserContext;
import io.jianmi.workflow.assignee.AssigneeFacts;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.Formula;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The record's values for conditions and assignee rules, read at most once per turn and only when a rule asks. As blocking as
 * the reading that it is given.
 */
public final class InstanceFacts {

    private final Supplier<Map<String, Object>> read;
    private final Org org;
    private final MemberId initiator;
    private @Nullable Map<String, Object> values;

    /** @param read the record's values in clear */
    public InstanceFacts(Supplier<Map<String, Object>> read, Org org, MemberId initiator) {
        this.read = read;
        this.org = org;
        this.initiator = initiator;
    }

    /** All values in clear, and {@code user}: the initiator. */
    Map<String, Object> values() {
        if (values == null) {
            Map<String, Object> all = new HashMap<>(read.get());
            org.actor(initiator).ifPresent(initiator -> all.put("user", UserContext.of(initiator)));
            values = all;
        }
        return values;
    }

    /** For the assignee rule of a node. */
    public AssigneeFacts.Values of(CompiledNode node) {
        return new AssigneeFacts.Values() {
            @Override
            public List<String> ids(String field) {
                return InstanceFacts.ids(values().get(field));
            }

            @Override
            public List<String> evaluate(String expression) {
                Formula formula = Objects.requireNonNull(node.formulas().get(expression));
                return InstanceFacts.ids(formula.evaluate(values()));
            }
        };
    }

    private static List<String> ids(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().filter(Objects::nonNull).map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
