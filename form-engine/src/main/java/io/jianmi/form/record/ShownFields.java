package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledRule;
import io.jianmi.form.expression.CompiledExpression;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which fields the rules of a form show. Pure. */
final class ShownFields {

    private ShownFields() {}

    /**
     * A field that no rule shows is shown, unless one that holds hides it.
     *
     * @param told rules that there are
     * @param holding those whose condition is fulfilled
     */
    static Set<String> of(CompiledForm form, Predicate<CompiledRule> told, Predicate<CompiledRule> holding) {
        Set<String> conditional = new HashSet<>();
        Set<String> open = new HashSet<>();
        Set<String> closed = new HashSet<>();
        for (CompiledRule rule : form.rules()) {
            if (!told.test(rule)) {
                continue;
            }
            conditional.addAll(rule.show());
            if (holding.test(rule)) {
                open.addAll(rule.show());
                closed.addAll(rule.hide());
            }
        }
        Set<String> shown = new LinkedHashSet<>();
        form.fields().stream()
                .map(CompiledField::key)
                .filter(key -> !closed.contains(key) && (!conditional.contains(key) || open.contains(key)))
                .forEach(shown::add);
        return shown;
    }

    /**
     * Those that the rules show to somebody who reads some of the values alone. A rule that computes with another does not hold for him, as
     * on his page; one that names a field that he does not know is none.
     *
     * @param values what he reads, stored form
     */
    static Set<String> toReader(
            CompiledForm form,
            Map<String, @Nullable Object> user,
            Map<String, JsonNode> values,
            Predicate<String> known,
            Predicate<String> read) {
        Map<String, @Nullable Object> variables = RecordLogic.variables(form, user, values);
        return of(form, rule -> inputs(rule, known), rule -> inputs(rule, read) && holds(rule, variables));
    }

    private static boolean inputs(CompiledRule rule, Predicate<String> all) {
        CompiledExpression when = rule.when();
        return when != null && when.inputs().stream().allMatch(all);
    }

    private static boolean holds(CompiledRule rule, Map<String, @Nullable Object> variables) {
        CompiledExpression when = rule.when();
        return when != null && when.holds(variables);
    }
}
