package io.jianmi.form.compile;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.Report;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a new version may not do to the one before: its records keep their values, their types and their protection. */
final class VersionChecks {

    private final List<Finding> findings;

    VersionChecks(List<Finding> findings) {
        this.findings = findings;
    }

    void check(CompiledForm form, @Nullable CompiledForm previous) {
        if (previous == null) {
            return;
        }
        previous.fields().forEach(old -> field(old, form));
        previous.subforms().forEach(subform -> subform.fields().forEach(old -> field(old, form)));
    }

    private void field(CompiledField old, CompiledForm form) {
        CompiledField now = form.find(old.path()).orElse(null);
        if (now == null) {
            return;
        }
        Report place = new Report(now.definition().pointer(), findings);
        if (!old.definition().type().equals(now.definition().type())) {
            place.child("type")
                    .error(
                            "field.type-changed",
                            Map.of(
                                    "from",
                                    old.definition().type(),
                                    "to",
                                    now.definition().type()));
            return;
        }
        if (now.derived()) {
            // Nothing of it is kept, and who sees what of its source is decided there.
            return;
        }
        if (now.level().compareTo(old.level()) < 0) {
            place.child("sensitivity")
                    .error(
                            "field.sensitivity-lowered",
                            Map.of("from", old.level().key(), "to", now.level().key()));
        } else if (now.encrypted() != old.encrypted()) {
            place.child("sensitivity")
                    .error(
                            "field.sealing-needed",
                            Map.of("from", old.level().key(), "to", now.level().key()));
        }
        if (!old.tag().purposes().containsAll(now.tag().purposes())) {
            place.child("sensitivity").child("purposes").error("field.purposes-widened");
        }
        if (!now.encrypted() && !now.type().column().holds(old.type().column())) {
            place.error("field.values-lost");
        }
    }
}
