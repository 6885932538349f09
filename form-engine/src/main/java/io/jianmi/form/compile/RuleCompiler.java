package io.jianmi.form.compile;

import io.jianmi.form.definition.RuleDefinition;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.expression.Names;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles rules against the fields they name. */
final class RuleCompiler {

    private final ExpressionSite site;
    private final Map<String, CompiledField> fields;
    private final Names names;

    RuleCompiler(ExpressionSite site, Map<String, CompiledField> fields, Names names) {
        this.site = site;
        this.fields = fields;
        this.names = names;
    }

    CompiledRule compile(RuleDefinition rule) {
        Report place = new Report(rule.pointer(), site.findings());
        checkKnown(rule.show(), place.child("show"));
        checkKnown(rule.hide(), place.child("hide"));
        checkKnown(rule.require(), place.child("require"));
        checkKnown(rule.readOnly(), place.child("readOnly"));
        String at = rule.at();
        if (at != null && !fields.containsKey(at)) {
            place.child("at").error("rule.unknown-field", Map.of("field", at));
        }
        return new CompiledRule(
                site.condition(rule.when(), names, place.child("when").pointer()),
                rule.show(),
                rule.hide(),
                rule.require(),
                rule.readOnly(),
                assignments(rule, place.child("set")),
                site.condition(rule.check(), names, place.child("check").pointer()),
                rule.message(),
                at);
    }

    private Map<String, CompiledExpression> assignments(RuleDefinition rule, Report place) {
        Map<String, CompiledExpression> compiled = new LinkedHashMap<>();
        rule.set().forEach((key, text) -> {
            Report at = place.child(key);
            CompiledField field = fields.get(key);
            if (field == null) {
                at.error("rule.unknown-field", Map.of("field", key));
            } else if (!field.typed()
                    || field.type().capability(Computable.class).isEmpty()) {
                at.error("rule.set-unsupported", Map.of("field", key));
            } else {
                CompiledExpression value =
                        site.compile(text, names, field.type().resultType(), at.pointer());
                if (value != null) {
                    if (value.taint().compareTo(field.level()) > 0) {
                        at.error(
                                "field.level-disclosed",
                                Map.of("level", value.taint().key()));
                    }
                    compiled.put(key, value);
                }
            }
        });
        return compiled;
    }

    private void checkKnown(List<String> keys, Report place) {
        for (int i = 0; i < keys.size(); i++) {
            if (!fields.containsKey(keys.get(i))) {
                place.child(i).error("rule.unknown-field", Map.of("field", keys.get(i)));
            }
        }
    }
}
