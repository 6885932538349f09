package io.jianmi.form.compile;

import io.jianmi.form.access.ConsentBases;
import io.jianmi.form.access.PurposeBases;
import io.jianmi.form.expression.CompiledExpression;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which consents the fields of a form rest on. A value that is computed, set by a rule or proposed by a formula rests on those of all that it is made of. What is worked
 * out for each reader from other records is decided there, by the person of those records. Pure.
 */
final class ConsentSources {

    private static final String CONSENT = "consent";

    private final Map<String, CompiledField> fields = new LinkedHashMap<>();
    private final Map<String, Set<Set<String>>> found = new LinkedHashMap<>();

    private ConsentSources(Collection<CompiledField> fields) {
        fields.forEach(field -> this.fields.put(field.path(), field));
    }

    static ConsentBases of(Collection<CompiledField> fields, List<CompiledRule> rules) {
        return new ConsentBases(of(fields, rules, ConsentSources::rests));
    }

    /** For which purposes protected fields may be processed, passed on in the same way. */
    static PurposeBases purposes(Collection<CompiledField> fields, List<CompiledRule> rules) {
        return new PurposeBases(of(
                fields,
                rules,
                field -> field.encrypted() && !field.tag().purposes().isEmpty()));
    }

    private static Map<String, Set<Set<String>>> of(
            Collection<CompiledField> fields, List<CompiledRule> rules, Predicate<CompiledField> rests) {
        if (fields.stream().noneMatch(rests)) {
            return Map.of();
        }
        ConsentSources sources = new ConsentSources(fields);
        fields.stream()
                .filter(rests)
                .forEach(field -> sources.found
                        .computeIfAbsent(field.path(), path -> new HashSet<>())
                        .add(field.tag().purposes()));
        // Each round passes on what the one before has found, until nothing is added.
        boolean more = true;
        while (more) {
            more = sources.passOn(rules);
        }
        return sources.found;
    }

    private static boolean rests(CompiledField field) {
        return CONSENT.equals(field.tag().lawfulBasis()) && !field.derived();
    }

    private boolean passOn(List<CompiledRule> rules) {
        boolean more = false;
        for (CompiledField field : fields.values()) {
            more |= inherit(field.path(), field.subform(), field.formula());
            if (field.defaultValue() instanceof CompiledDefault.Formula proposed) {
                more |= inherit(field.path(), field.subform(), proposed.expression());
            }
        }
        for (CompiledRule rule : rules) {
            for (Map.Entry<String, CompiledExpression> set : rule.set().entrySet()) {
                more |= inherit(set.getKey(), null, set.getValue());
            }
        }
        return more;
    }

    private boolean inherit(String path, @Nullable String subform, @Nullable CompiledExpression from) {
        Set<Set<String>> inherited = new HashSet<>();
        for (String input : from == null ? List.<String>of() : from.inputs()) {
            String cell = subform + "." + input;
            String source = fields.containsKey(cell) ? cell : input;
            // Whoever computes with a subform may read any column of it.
            found.forEach((other, consents) -> {
                if (other.equals(source) || other.startsWith(source + ".")) {
                    inherited.addAll(consents);
                }
            });
        }
        return !inherited.isEmpty()
                && found.computeIfAbsent(path, key -> new HashSet<>()).addAll(inherited);
    }
}
