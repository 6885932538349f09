package io.jianmi.form.design;

import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.AccessReasons;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which people a version shows more or less of which fields than the one before, by the one access decision. Pure. */
final class SightDiff {

    /** Faces that a page shows; the number tells of the others. */
    private static final int FACES = 20;

    private final Optional<CompiledForm> before;
    private final CompiledForm after;
    private final Set<String> fields = new LinkedHashSet<>();
    private final Map<Grants, AccessReasons> decided = new HashMap<>();
    private final Map<Step, List<Actor>> steps = new LinkedHashMap<>();

    private record Step(String field, FieldAccess from, FieldAccess to) {}

    private SightDiff(Optional<CompiledForm> before, CompiledForm after) {
        this.before = before;
        this.after = after;
        after.fields().stream().map(CompiledField::key).forEach(fields::add);
        before.ifPresent(form -> form.fields().stream().map(CompiledField::key).forEach(fields::add));
    }

    /** @param members everybody who might see something */
    static List<SightChange> between(Optional<CompiledForm> before, CompiledForm after, List<Actor> members) {
        SightDiff diff = new SightDiff(before, after);
        diff.fields.forEach(field -> members.forEach(member -> diff.note(field, member)));
        List<SightChange> changes = new ArrayList<>();
        diff.steps.forEach((step, people) -> changes.add(change(step, people)));
        return changes;
    }

    private void note(String field, Actor member) {
        FieldAccess from = before.map(form -> sight(form, field, member)).orElse(FieldAccess.HIDDEN);
        FieldAccess to = sight(after, field, member);
        if (from != to) {
            steps.computeIfAbsent(new Step(field, from, to), step -> new ArrayList<>())
                    .add(member);
        }
    }

    private FieldAccess sight(CompiledForm form, String field, Actor member) {
        Grants grants = form.access().own(member);
        return decided.computeIfAbsent(grants, his -> AccessReasons.best(his, form.consents()))
                .of(field)
                .min(FieldAccess.READ);
    }

    private static SightChange change(Step step, List<Actor> people) {
        return new SightChange(
                step.field(),
                step.to().compareTo(step.from()) > 0 ? "gains" : "loses",
                step.from().key(),
                step.to().key(),
                people.size(),
                people.stream()
                        .limit(FACES)
                        .map(actor -> new SightChange.Seer(actor.id().value(), actor.name()))
                        .toList());
    }
}
