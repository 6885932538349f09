package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.e2e.Channel.Told;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.Group;
import io.jianmi.form.testing.ReferenceModel.Row;
import io.jianmi.form.testing.ReferenceModel.State;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what a channel told a person about a field of a record against the reference model. */
final class Judge {

    private static final Set<String> ROW_REFUSALS =
            Set.of("record.action-refused", "record.in-workflow", "request.not-found");

    /** Who alone still sees what is restricted. */
    private static final String PRIVACY_OFFICER = "paul";

    private final Exhibit what;
    private final ReferenceModel model;
    private final Collection<Group> groups;
    private final Row row;
    private final boolean visible;
    private final boolean designs;
    private final String who;
    private final Exhibit.@Nullable TaskSeen own;

    Judge(Exhibit what, String who) {
        this.what = what;
        this.who = who;
        this.model = what.model();
        this.groups = what.groupsOf(who);
        this.row = what.row(who);
        this.visible = what.visibleTo(who);
        this.designs = who.equals("designer") || who.equals("admin");
        this.own = what.tasks().get(who);
    }

    /** What is wrong with it; empty when nothing is. */
    Optional<String> complaint(Channel channel, String field, Told told) {
        return leak(field, told).or(() -> switch (channel.rule()) {
            case RECORD -> shown(onRow("read", field), value("read", field), field, told);
            case BOARD ->
                groups.isEmpty() && !designs
                        ? expect("request.not-found", told.code())
                        : shown(onRow("read", field), value("read", field), field, told);
            case PAGE -> page(field, told);
            case SIMULATED -> simulated(field, told);
            case TASK ->
                shown(
                        derived("read", field, model.onTaskPage(groups, row, task(), field)),
                        value("read", field),
                        field,
                        told);
            case TITLE -> title(field, told);
            case NOTHING -> Optional.empty();
            case TELLS ->
                toldText(told, !what.encrypted(field) && onRow("read", field).readable());
            case MAILS ->
                toldText(
                        told,
                        !what.encrypted(field)
                                && model.leaves(groups, row, "export")
                                && model.leaving(groups, row, "export", field).readable());
            case DIFFERENCES -> differs(field, told);
            case TALKS -> expect(visible ? "" : "request.not-found", told.code());
            case DEFINITION -> defined(field, told);
            case VIEWS -> viewed(field, told);
            case KEEPS -> kept(field, told);
            case COMPUTES ->
                computed(
                        field,
                        told,
                        !model.reading(groups, field).isEmpty() && !what.encrypted(field),
                        model.computes(groups, row, model.reading(groups, field), field));
            case SEARCHES ->
                computed(field, told, !model.searching(groups, field).isEmpty(), model.finds(groups, row, field));
            case FINDS -> finds(field, told);
            case DUPLICATES -> duplicated(field, told);
            case ORDERS -> ordered(field, told);
            case REVEALS -> revealed(field, told);
            case EXPORTS -> exported(field, told);
            case PRINTS -> printed(field, told);
            case PACKS -> packed(field, told);
            case IMPORTS -> imported(field, told);
            case ENTERS -> entered(field, told);
            case CHANGES -> changed(field, told, false);
            case REPLACES -> changed(field, told, true);
        });
    }

    private ReferenceModel.Task task() {
        return Objects.requireNonNull(own).task();
    }

    private State onRow(String action, String field) {
        return visible ? derived(action, field, model.state(groups, row, action, field)) : State.HIDDEN;
    }

    /** "A look-up shows the source field under the reader's own access to it": the lower of both, read or masked. */
    private State derived(String action, String field, State own) {
        return what.derived()
                .of(who, action, field)
                .map(source -> own.compareTo(source.most()) <= 0 ? own : source.most())
                .map(state -> state.readable() ? State.READ : state.withheld() ? State.MASKED : State.HIDDEN)
                .orElse(own);
    }

    private JsonNode value(String action, String field) {
        return what.derived().of(who, action, field).map(Exhibit.Source::value).orElseGet(() -> what.value(field));
    }

    private boolean isDerived(String field) {
        return what.derived().of(who, "read", field).isPresent();
    }

    /** Whoever reads a value nowhere finds no trace of it in head or body of any answer. */
    private Optional<String> leak(String field, Told told) {
        boolean reads = onRow("read", field).readable()
                || onRow("update", field).readable()
                || own != null
                        && model.onTaskPage(groups, row, own.task(), field).readable();
        return reads
                ? Optional.empty()
                : what.traces(field).stream()
                        .filter(told.text()::contains)
                        .findFirst()
                        .map(trace -> "lets out " + trace);
    }

    private Optional<String> page(String field, Told told) {
        if (!visible) {
            return expect("request.not-found", told.code());
        }
        return shown(onRow("update", field), value("update", field), field, told);
    }

    /** The lesser of what the groups of both give while reading; nobody's tasks, shares, reveals and drafts count. */
    private Optional<String> simulated(String field, Told told) {
        State both = Stream.of(byGroups(who, field), byGroups("admin", field), State.READ)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (isDerived(field) && !both.readable()) {
            return told.shown().filter(there -> !there.has("masked")).map(there -> both + ", yet " + there);
        }
        return isDerived(field) ? Optional.empty() : shown(both, value("read", field), field, told);
    }

    private State byGroups(String person, String field) {
        Row scopes = what.row(person);
        Row alone = new Row(scopes.inScope(), List.of(), scopes.ceilings(), scopes.withdrawn(), Set.of(), false);
        return what.trashed() || what.status().equals("draft") || !model.visible(what.groupsOf(person), alone)
                ? State.HIDDEN
                : model.state(what.groupsOf(person), alone, "read", field);
    }

    private Optional<String> shown(State state, JsonNode value, String field, Told told) {
        if (state == State.HIDDEN) {
            return told.shown().map(there -> "hidden, yet shown");
        }
        if (told.shown().isEmpty()) {
            return Optional.of(state + ", yet absent: " + told.code());
        }
        JsonNode there = told.shown().get();
        if (value.isArray() && there.isArray()) {
            return state.readable() ? expect(value, there) : cells(there);
        }
        if (state.withheld()) {
            boolean mask = there.size() == 1 && there.path("masked").asText("-").equals(what.mask(field));
            return mask || value.isArray() ? Optional.empty() : Optional.of(state + ", yet " + there);
        }
        // The history keeps ids where the page has names.
        boolean same = there.equals(value) || there.equals(value.path("id")) || value.isArray();
        return same ? Optional.empty() : Optional.of(state + ", yet " + there + " for " + value);
    }

    private static Optional<String> cells(JsonNode rows) {
        for (JsonNode cells : rows) {
            for (JsonNode cell : cells) {
                if (!cell.equals(cells.path("id")) && !cell.has("masked")) {
                    return Optional.of("a cell in clear: " + cell);
                }
            }
        }
        return Optional.empty();
    }

    /** Of the person herself everything but secrets; what comes from elsewhere or tells of members at most as the desk has it. */
    private Optional<String> packed(String field, Told told) {
        if (!who.equals("paul")) {
            return expect("request.not-found", told.code());
        }
        JsonNode value = what.value(field);
        boolean secret = "secret".equals(what.level(field));
        if (isDerived(field) || value.isArray() || value.isObject()) {
            return Optional.empty();
        }
        if (told.shown().isEmpty()) {
            return what.untyped().contains(field) ? Optional.empty() : Optional.of("absent");
        }
        JsonNode there = told.shown().get();
        return secret
                ? expect(Exhibit.TOKEN, there.path("masked").asText())
                : there.equals(value) ? Optional.empty() : Optional.of(there + " for " + value);
    }

    private Optional<String> title(String field, Told told) {
        State state = onRow("read", field);
        String there = told.shown().map(JsonNode::asText).orElse("");
        String right = state == State.HIDDEN
                ? ""
                : state.readable() ? what.value(field).asText() : what.mask(field);
        return expect(right, there);
    }

    private Optional<String> toldText(Told told, boolean may) {
        return may == told.found() ? Optional.empty() : Optional.of(may ? "not told" : "told, though not his to know");
    }

    /** Of what is withheld no more than that it has changed. */
    private Optional<String> differs(String field, Told told) {
        State state = model.onTaskPage(groups, row, task(), field);
        if (state == State.HIDDEN || told.shown().isEmpty()) {
            return state == State.HIDDEN && told.shown().isEmpty()
                    ? Optional.empty()
                    : Optional.of(state + ", yet " + told.shown());
        }
        JsonNode change = told.shown().get();
        return state.readable()
                ? expect(what.value(field), change.path("to"))
                : change.size() == 1 ? Optional.empty() : Optional.of(state + ", yet " + change);
    }

    private Optional<String> defined(String field, Told told) {
        if (groups.isEmpty() && !designs) {
            return expect("request.not-found", told.code());
        }
        boolean exists = designs || model.atMost(groups, field) != State.HIDDEN;
        return exists == told.found() ? Optional.empty() : Optional.of(exists ? "missing" : "named, though hidden");
    }

    /** A view names what the reader knows, and is told to nobody who does not know the form's records. */
    private Optional<String> viewed(String field, Told told) {
        if (groups.isEmpty()) {
            return expect("request.not-found", told.code());
        }
        boolean exists = model.atMost(groups, field) != State.HIDDEN;
        return exists == told.found() ? Optional.empty() : Optional.of(exists ? "missing" : "named, though hidden");
    }

    private Optional<String> kept(String field, Told told) {
        if (groups.isEmpty() || !lists("read")) {
            return expect(groups.isEmpty() ? "request.not-found" : "record.action-refused", told.code());
        }
        if (model.atMost(groups, field) == State.HIDDEN) {
            return expect("field.unknown", told.code());
        }
        boolean may = !model.reading(groups, field).isEmpty() && !what.encrypted(field);
        return told.found() ? Optional.of("kept") : expect(may ? "" : "field.not-usable", told.code());
    }

    /**
     * @param may whether anything is compared for him at all
     * @param reached whether this record is among what it is compared on
     */
    private Optional<String> computed(String field, Told told, boolean may, boolean reached) {
        if (groups.isEmpty()) {
            return none(told);
        }
        if (model.atMost(groups, field) == State.HIDDEN) {
            return expect("field.unknown", told.code());
        }
        if (!may) {
            return expect("field.not-usable", told.code());
        }
        if (told.code().equals("filter.operator")) {
            return Optional.empty();
        }
        boolean found = reached && !what.value(field).isNull();
        return told.code().isEmpty() && told.found() == found
                ? Optional.empty()
                : Optional.of((found ? "not " : "") + "found " + told.code());
    }

    /** By what he reads on this row and nothing else; what is protected leads nowhere. */
    private Optional<String> finds(String field, Told told) {
        boolean reached = !groups.isEmpty()
                && visible
                && !what.trashed()
                && !what.encrypted(field)
                && model.computes(groups, row, model.reading(groups, field), field);
        // What is worked out for each reader has no column to look in.
        return isDerived(field) || told.found() == reached
                ? Optional.empty()
                : Optional.of((reached ? "not " : "") + "found");
    }

    private Optional<String> duplicated(String field, Told told) {
        if (groups.isEmpty() || !lists("duplicates")) {
            return expect(groups.isEmpty() ? "request.not-found" : "record.action-refused", told.code());
        }
        if (model.atMost(groups, field) == State.HIDDEN) {
            return expect("field.unknown", told.code());
        }
        if (!model.findsDuplicates(groups, field)) {
            return expect("field.not-usable", told.code());
        }
        boolean named = told.shown().map(JsonNode::asText).orElse("").equals(what.id());
        // What lies in the bin keeps nobody from entering it anew, nor does what is restricted; to the privacy desk
        // that is there.
        boolean restricted = what.status().equals(Exhibit.RESTRICTED) && !who.equals(PRIVACY_OFFICER);
        boolean there = !what.trashed() && !restricted;
        return told.code().isEmpty() && told.found() == there && named == (visible && there)
                ? Optional.empty()
                : Optional.of("found " + told.found() + ", named " + named + " " + told.code());
    }

    /** Somebody of no group knows the form by his tasks at most, and no field of it to compute with. */
    private static Optional<String> none(Told told) {
        boolean right =
                !told.found() && List.of("field.unknown", "request.not-found").contains(told.code());
        return right ? Optional.empty() : Optional.of("no group, yet " + told.code() + " " + told.found());
    }

    private Optional<String> ordered(String field, Told told) {
        if (groups.isEmpty()) {
            return none(told);
        }
        if (model.atMost(groups, field) == State.HIDDEN) {
            return expect("field.unknown", told.code());
        }
        if (isDerived(field)) {
            return expect("field.not-usable", told.code());
        }
        long readers = groups.stream()
                .filter(group -> group.actions().contains("read"))
                .count();
        boolean may = !what.encrypted(field) && model.reading(groups, field).size() == readers;
        return may || told.code().equals("field.not-usable")
                ? Optional.empty()
                : Optional.of("orders by what is not read everywhere: " + told.code());
    }

    private Optional<String> revealed(String field, Told told) {
        State granted = visible ? model.state(groups, row, "read", field) : State.HIDDEN;
        State state = isDerived(field) && granted != State.HIDDEN ? State.MASKED : granted;
        String right = !visible
                ? "request.not-found"
                : switch (state) {
                    case HIDDEN -> "field.unknown";
                    case MASKED -> "reveal.not-allowed";
                    case REVEAL, READ, EDIT -> "reveal.reason-required";
                };
        return expect(right, told.code());
    }

    private Optional<String> exported(String field, Told told) {
        if (groups.isEmpty() || !lists("export")) {
            return expect(groups.isEmpty() ? "request.not-found" : "record.action-refused", told.code());
        }
        State state =
                what.trashed() ? State.HIDDEN : derived("export", field, model.leaving(groups, row, "export", field));
        return told.code().isEmpty()
                ? shown(state, value("export", field), field, told)
                : Optional.of("refused: " + told.code());
    }

    /** Paper has words and no fields: the value stands on it somewhere, or its mask does, or neither. */
    private Optional<String> printed(String field, Told told) {
        if (!visible) {
            return expect("request.not-found", told.code());
        }
        if (!model.leaves(groups, row, "print")) {
            return expect("record.action-refused", told.code());
        }
        if (!told.found()) {
            return Optional.of("refused: " + told.text());
        }
        State state = derived("print", field, model.leaving(groups, row, "print", field));
        JsonNode value = value("print", field);
        String paper = told.shown().map(JsonNode::asText).orElse("");
        List<String> missing = Exhibit.texts(value).stream()
                // Of rich text the words stand on paper.
                .map(text -> Paper.bare(text.replaceAll("<[^>]*>", "")))
                .filter(text -> !paper.contains(text))
                .toList();
        if (state.readable()) {
            return missing.isEmpty() ? Optional.empty() : Optional.of(state + ", yet not printed: " + missing);
        }
        if (missing.size() < Exhibit.texts(value).size()) {
            return Optional.of(state + ", yet printed");
        }
        return state == State.HIDDEN || value.isArray() || paper.contains(Paper.bare(what.mask(field)))
                ? Optional.empty()
                : Optional.of(state + ", yet no mask");
    }

    /** A field that he can neither see nor enter leads nowhere, like one that is none; what no cell holds is said to be so. */
    private Optional<String> imported(String field, Told told) {
        if (groups.isEmpty() || !lists("import")) {
            return expect(groups.isEmpty() ? "request.not-found" : "record.action-refused", told.code());
        }
        boolean known = model.atMost(groups, field) != State.HIDDEN || model.creating(groups, field) != State.HIDDEN;
        boolean rows = Objects.requireNonNull(what.values().get(field)).isArray();
        boolean cell = !what.untyped().contains(field) && !rows;
        if (known && cell && told.code().isEmpty()) {
            return Optional.empty();
        }
        return expect(known ? "import.not-importable" : "import.unknown-column", told.code());
    }

    private boolean lists(String action) {
        return groups.stream().anyMatch(group -> group.actions().contains(action));
    }

    private Optional<String> entered(String field, Told told) {
        boolean creates = groups.stream().anyMatch(group -> group.actions().contains("create"));
        if (!creates) {
            return ROW_REFUSALS.contains(told.code())
                    ? Optional.empty()
                    : Optional.of("may not create: " + told.code());
        }
        State state = model.creating(groups, field);
        if (told.shown().isPresent() && !state.readable()) {
            return Optional.of(state + ", yet computed for all to see");
        }
        return typed(field, told, state == State.READ ? "field.read-only" : "", state);
    }

    private Optional<String> changed(String field, Told told, boolean replacing) {
        if (!visible) {
            return expect("request.not-found", told.code());
        }
        if (ROW_REFUSALS.contains(told.code())) {
            boolean updates = groups.stream()
                    .anyMatch(group ->
                            group.actions().contains("update") && row.inScope().contains(group.key()));
            return updates && !what.running() && !what.trashed()
                    ? Optional.of("refused: " + told.code())
                    : Optional.empty();
        }
        // Whether there is such a field to write to is said by its own form, whatever there is to see.
        State state = model.state(groups, row, "update", field);
        boolean replaceable = model.replaceable(groups, row, "update", field);
        String right = state == State.EDIT || replacing && replaceable
                ? ""
                : replaceable ? "field.replace-required" : "field.read-only";
        return typed(field, told, right, state);
    }

    /** @param refusal the code that has to be there; "" for none of those that tell of rights */
    private Optional<String> typed(String field, Told told, String refusal, State state) {
        if (state == State.HIDDEN) {
            return expect("field.unknown", told.code());
        }
        if (what.untyped().contains(field)) {
            return List.of("field.computed", "field.generated").contains(told.code())
                    ? Optional.empty()
                    : Optional.of("nobody types it: " + told.code());
        }
        boolean right = refusal.isEmpty()
                ? !Set.of("field.unknown", "field.read-only", "field.replace-required")
                        .contains(told.code())
                : refusal.equals(told.code());
        return right ? Optional.empty() : Optional.of(state + ": " + told.code() + " instead of " + refusal);
    }

    private static Optional<String> expect(Object right, Object there) {
        return right.equals(there) ? Optional.empty() : Optional.of(there + " instead of " + right);
    }
}
