package io.jianmi.form.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.ReferenceOptions;
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
        KeptFields.before(previous).forEach(old -> field(old, previous, form));
    }

    private void field(KeptField old, CompiledForm previous, CompiledForm form) {
        CompiledField now = form.find(old.path()).orElse(null);
        boolean living = previous.find(old.path()).isPresent();
        if (now == null) {
            if (living) {
                gone(old, form);
            }
            return;
        }
        Report place = new Report(now.definition().pointer(), findings);
        if (!old.type().equals(now.definition().type())) {
            // Of a removed field the key is as taken as of a living one: its values are kept under it.
            place.child("type")
                    .error(
                            living ? "field.type-changed" : "field.key-kept",
                            Map.of("from", old.type(), "to", now.definition().type()));
            return;
        }
        if (now.derived()) {
            // Nothing of it is kept, and who sees what of its source is decided there.
            return;
        }
        protection(old, now, place);
        search(old, now, place);
        if (!old.target().isEmpty()
                && now.type().references().isPresent()
                && !old.target().equals(target(now))) {
            place.child("form").error("field.target-changed", Map.of("from", old.target(), "to", target(now)));
        }
        if (old.stored() && !now.encrypted() && !now.type().column().holds(old.storage())) {
            place.error("field.values-lost");
        }
    }

    /** What of a removed subform is kept is said once. */
    private void gone(KeptField old, CompiledForm form) {
        String subform = old.subform();
        boolean within = subform != null && form.find(subform).isEmpty();
        boolean holds = old.stored() || KeptField.SUBFORM.equals(old.type());
        if (holds && !within) {
            findings.add(
                    Finding.warning("field.values-kept", "/fields", Map.of("field", old.path(), "type", old.type())));
        }
    }

    private static void protection(KeptField old, CompiledField now, Report place) {
        if (now.level().compareTo(old.level()) < 0) {
            place.child("sensitivity")
                    .error(
                            "field.sensitivity-lowered",
                            Map.of("from", old.level().key(), "to", now.level().key()));
        } else if (old.stored() && !sealedAlike(now.level(), old.level())) {
            place.child("sensitivity")
                    .error(
                            "field.sealing-needed",
                            Map.of("from", old.level().key(), "to", now.level().key()));
        }
        if (!old.purposes().containsAll(now.tag().purposes())) {
            place.child("sensitivity").child("purposes").error("field.purposes-widened");
        }
    }

    /** Values that were sealed before have no tokens of an index that is planned only now. */
    private static void search(KeptField old, CompiledField now, Report place) {
        if (!sealedAlike(old.level(), now.level())) {
            return;
        }
        for (SearchIndex index : now.indexes()) {
            if (!old.tokens().contains(KeptField.token(index))) {
                if (index.unique()) {
                    place.child("unique").error("field.unique-later");
                } else {
                    place.child("sensitivity")
                            .child("search")
                            .warning("field.search-partial", Map.of("mode", index.mode()));
                }
            }
        }
    }

    /** Each protected level has keys of its own, and a value is opened under those that it was sealed under. */
    private static boolean sealedAlike(Sensitivity one, Sensitivity other) {
        return one == other || !one.encrypted() && !other.encrypted();
    }

    private static String target(CompiledField field) {
        return field.type().references().map(ReferenceOptions::form).orElse("");
    }
}
