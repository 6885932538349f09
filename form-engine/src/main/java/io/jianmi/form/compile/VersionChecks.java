package io.jianmi.form.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.form.field.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a new version may not do to the one before: its records keep their values, their types and their protection. */
final class VersionChecks {

    private final List<Finding> findings;

    private final Set<String> conversions;

    /** @param conversions paths of the fields whose values are to be converted */
    VersionChecks(List<Finding> findings, Set<String> conversions) {
        this.findings = findings;
        this.conversions = conversions;
    }

    void check(CompiledForm form, @Nullable CompiledForm previous) {
        if (previous == null) {
            return;
        }
        KeptFields.before(previous).stream().filter(old -> !old.isLeft()).forEach(old -> field(old, previous, form));
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
            if (living) {
                retyped(old, previous.find(old.path()).orElseThrow(), now, place);
            } else {
                place.child("type").error("field.key-kept", types(old, now));
            }
            return;
        }
        if (now.derived()) {
            // Nothing of it is kept, and who sees what of its source is decided there.
            return;
        }
        protection(old, now, place, living && raisable(now));
        search(old, now, place);
        if (!old.target().isEmpty()
                && now.type().references().isPresent()
                && !old.target().equals(target(now))) {
            place.child("form").error("field.target-changed", Map.of("from", old.target(), "to", target(now)));
        }
        if (old.stored()
                && !MovedField.moves(old, now)
                && !now.encrypted()
                && !now.type().column().holds(old.storage())) {
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

    /** Whether its values can be sealed anew where they lie: what else lies under its keys, or is looked up by its column, cannot. */
    private static boolean raisable(CompiledField now) {
        return now.type().attachments().isEmpty() && !now.generated();
    }

    /** Only what the designer says is converted, since what cannot be is left behind; one thing at a time. */
    private void retyped(KeptField old, CompiledField before, CompiledField now, Report place) {
        // A number that the server gave stays what it is, and so does what a formula gave until its record changes;
        // what other records give is not kept.
        boolean possible = !before.derived()
                && (now.typed() || now.computed())
                && Conversion.between(before.type(), now.type()).isPresent();
        if (!possible || !conversions.contains(now.path())) {
            Map<String, Object> params = new HashMap<>(types(old, now));
            params.put("convertible", possible);
            place.child("type").error(possible ? "field.type-changed" : "field.not-convertible", params);
            return;
        }
        if (now.level() != old.level()) {
            place.child("sensitivity")
                    .error(
                            now.level().compareTo(old.level()) < 0
                                    ? "field.sensitivity-lowered"
                                    : "field.level-with-type",
                            levels(old, now));
        }
        if (!old.purposes().containsAll(now.tag().purposes())) {
            place.child("sensitivity").child("purposes").error("field.purposes-widened");
        }
    }

    private static Map<String, Object> types(KeptField old, CompiledField now) {
        return Map.of("from", old.type(), "to", now.definition().type());
    }

    private static Map<String, Object> levels(KeptField old, CompiledField now) {
        return Map.of("from", old.level().key(), "to", now.level().key());
    }

    private static void protection(KeptField old, CompiledField now, Report place, boolean raisable) {
        if (now.level().compareTo(old.level()) < 0) {
            place.child("sensitivity").error("field.sensitivity-lowered", levels(old, now));
        } else if (old.stored() && !sealedAlike(now.level(), old.level())) {
            Report level = place.child("sensitivity");
            if (raisable) {
                level.warning("field.sealed-anew", levels(old, now));
            } else {
                level.error("field.sealing-needed", levels(old, now));
            }
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
    static boolean sealedAlike(Sensitivity one, Sensitivity other) {
        return one == other || !one.encrypted() && !other.encrypted();
    }

    private static String target(CompiledField field) {
        return field.type().references().map(ReferenceOptions::form).orElse("");
    }
}
