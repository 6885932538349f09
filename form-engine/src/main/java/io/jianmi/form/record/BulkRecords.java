package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.Operator;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.RecordListRequest;
import io.jianmi.form.query.Sort;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Records in bulk, for import and export. The commands, the checks and the query compiler are everybody's; only what is
 * written along with a change, and taking it back, are of their own.
 */
@Singleton
public final class BulkRecords {

    private static final int PAGE = 200;

    /** Values that one statement looks for. */
    private static final int TOGETHER = 40;

    private final CommandPipeline pipeline;
    private final CreateRecordHandler creating;
    private final UpdateRecordHandler updating;
    private final TrashRecordHandler trashing;
    private final RecordConflicts conflicts;
    private final SerialNumbers serials;
    private final RecordLists lists;

    BulkRecords(
            CommandPipeline pipeline,
            CreateRecordHandler creating,
            UpdateRecordHandler updating,
            TrashRecordHandler trashing,
            RecordConflicts conflicts,
            SerialNumbers serials,
            RecordLists lists) {
        this.pipeline = pipeline;
        this.creating = creating;
        this.updating = updating;
        this.trashing = trashing;
        this.conflicts = conflicts;
        this.serials = serials;
        this.lists = lists;
    }

    /** A record that is there already, as far as the actor may know. */
    public record Found(UUID id, int version, JsonNode value) {}

    /**
     * A page of records that leave.
     *
     * @param records as {@code GET records/{id}} shapes them
     * @param next where the next page begins, empty after the last
     */
    public record Page(List<ObjectNode> records, Optional<String> next) {}

    /**
     * Makes submitted records, all or nothing; findings point at {@code /records/i/data}.
     *
     * @param along what is to be written with them, in order of the data
     */
    public Uni<List<UUID>> create(
            Actor actor, CompiledForm form, List<ObjectNode> data, Function<List<UUID>, List<Write>> along) {
        return serials.inTurn(
                        actor.tenant(), form, () -> pipeline.run(creating, creation(form, data, along, false), actor))
                .map(Records::ids);
    }

    /** As {@link #create}, and takes it back. */
    public Uni<Void> rehearse(Actor actor, CompiledForm form, List<ObjectNode> data) {
        return pipeline.rehearse(creating, creation(form, data, ids -> List.of(), true), actor)
                .replaceWithVoid();
    }

    private static CreateRecord creation(
            CompiledForm form, List<ObjectNode> data, Function<List<UUID>, List<Write>> along, boolean rehearsal) {
        return new CreateRecord(
                form, data, true, false, Optional.empty(), Optional.empty(), along, Optional.empty(), rehearsal);
    }

    /** Changes one record; findings point at {@code /data}. */
    public Uni<Void> update(Actor actor, CompiledForm form, Found found, ObjectNode data, List<Write> along) {
        return pipeline.run(updating, change(form, found, data, along), actor).replaceWithVoid();
    }

    /** As {@link #update}, and takes it back. */
    public Uni<Void> rehearse(Actor actor, CompiledForm form, Found found, ObjectNode data) {
        return pipeline.rehearse(updating, change(form, found, data, List.of()), actor)
                .replaceWithVoid();
    }

    private static UpdateRecord change(CompiledForm form, Found found, ObjectNode data, List<Write> along) {
        return new UpdateRecord(form, RecordTargets.one(found.id(), found.version()), data, false, stored -> along);
    }

    /**
     * Moves records to the recycle bin, all or nothing; not those that have changed since.
     *
     * @param versions of each record, in order
     */
    public Uni<Void> trash(Actor actor, CompiledForm form, Map<UUID, Integer> versions, List<Write> along) {
        RecordTargets targets = RecordTargets.many(List.copyOf(versions.keySet()), versions);
        return pipeline.run(trashing, new TrashRecord(form, targets, false, stored -> along), actor)
                .replaceWithVoid();
    }

    /** Which of many records a refusal of all names, and the code of each. */
    public static Map<UUID, String> inTheWay(ProblemException refused, List<UUID> records) {
        return RecordTargets.many(records, Map.of()).named(refused);
    }

    /**
     * Whether a refused unique index may be told by halving a batch: of records out of sight each refusal counts against
     * a budget, so there one record is tried at a time.
     */
    public boolean uniqueInSight(Actor actor, CompiledForm form) {
        return conflicts.inSight(form, actor);
    }

    /**
     * Records by the values of a field, of one value at most a page; refused where the actor may not compare by the field. Values in
     * clear are looked up together; a protected one by its blind index, each by itself, which is metered and logged as any search.
     */
    public Uni<Map<JsonNode, List<Found>>> find(
            Actor actor, CompiledForm form, CompiledField field, Collection<JsonNode> values) {
        List<JsonNode> distinct = List.copyOf(new LinkedHashSet<>(values));
        int together = field.encrypted() ? 1 : TOGETHER;
        List<List<JsonNode>> parts = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += together) {
            parts.add(distinct.subList(from, Math.min(distinct.size(), from + together)));
        }
        Map<JsonNode, List<Found>> known = new HashMap<>();
        return inTurn(parts, some -> find(actor, form, field, some, known)).replaceWith(known);
    }

    private Uni<Void> find(
            Actor actor,
            CompiledForm form,
            CompiledField field,
            List<JsonNode> values,
            Map<JsonNode, List<Found>> known) {
        return page(actor, form, field, values).chain(found -> {
            if (values.size() == 1) {
                // It may be shown as a mask.
                known.put(values.get(0), found);
            } else if (found.size() == PAGE) {
                // Some of them may be missing.
                return inTurn(values, value -> find(actor, form, field, List.of(value), known));
            } else {
                found.forEach(one -> known.computeIfAbsent(one.value(), value -> new ArrayList<>())
                        .add(one));
            }
            return Uni.createFrom().voidItem();
        });
    }

    /** One after the other, however many: a chain of them would be as deep as they are many. */
    private static <T> Uni<Void> inTurn(List<T> all, Function<T, Uni<Void>> each) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> each.apply(one).replaceWith(one))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<List<Found>> page(Actor actor, CompiledForm form, CompiledField field, List<JsonNode> values) {
        List<Filter> equals = new ArrayList<>();
        for (JsonNode value : values) {
            equals.add(new Filter.Comparison("/match", field.key(), Operator.EQ, value));
        }
        RecordListRequest request = new RecordListRequest(
                equals.size() == 1 ? equals.get(0) : new Filter.Or(equals),
                List.of(new Sort("/match", "createdAt", true)),
                Optional.of(List.of(field.key())),
                PAGE,
                Optional.empty(),
                false,
                false,
                false);
        return lists.page(actor, form, request, new ArrayList<>()).map(answer -> {
            List<Found> found = new ArrayList<>();
            answer.path("items")
                    .forEach(item -> found.add(new Found(
                            UUID.fromString(item.path("id").asText()),
                            item.path("version").asInt(),
                            item.path("data").path(field.key()))));
            return List.copyOf(found);
        });
    }

    /** Records that the actor may take out, each field as the groups give it that let him. */
    public Uni<Page> leaving(Actor actor, CompiledForm form, RecordListRequest request) {
        return lists.export(actor, form, request);
    }
}
