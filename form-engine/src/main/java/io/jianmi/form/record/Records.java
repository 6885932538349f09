package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.query.RecordListRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one can do with records; the resource and the installer of templates both come in here. */
@Singleton
public final class Records {

    private final CommandPipeline pipeline;
    private final CreateRecordHandler creating;
    private final SerialNumbers serials;
    private final UpdateRecordHandler updating;
    private final TrashRecordHandler trashing;
    private final Idempotency idempotency;
    private final RecordReader reader;
    private final RecordAnswers answers;
    private final RecordLists lists;
    private final RecordHistory history;
    private final RecordWorkflow workflow;
    private final ReadLog reads;

    Records(
            CommandPipeline pipeline,
            CreateRecordHandler creating,
            SerialNumbers serials,
            UpdateRecordHandler updating,
            TrashRecordHandler trashing,
            Idempotency idempotency,
            RecordReader reader,
            RecordAnswers answers,
            RecordLists lists,
            RecordHistory history,
            RecordWorkflow workflow,
            ReadLog reads) {
        this.pipeline = pipeline;
        this.creating = creating;
        this.serials = serials;
        this.updating = updating;
        this.trashing = trashing;
        this.idempotency = idempotency;
        this.reader = reader;
        this.answers = answers;
        this.lists = lists;
        this.history = history;
        this.workflow = workflow;
        this.reads = reads;
    }

    /**
     * Makes up to a thousand submitted records, all or nothing.
     *
     * @param idempotency the same key with the same data makes nothing twice
     */
    public Uni<List<UUID>> createAll(
            Actor actor, CompiledForm form, List<ObjectNode> data, Optional<String> idempotency) {
        return createAll(actor, new CreateRecord(form, data, true, false, idempotency));
    }

    Uni<List<UUID>> createAll(Actor actor, CreateRecord command) {
        return idempotency.once(
                actor,
                command.request(),
                made -> Uni.createFrom().item(made),
                () -> made(actor, command).map(Records::ids));
    }

    /**
     * Makes one submitted record, of which its maker is told nothing but what is wrong with it; findings point below {@code /data}.
     *
     * @param idempotency as of {@link #createAll(Actor, CompiledForm, List, Optional)}
     */
    public Uni<Void> submit(Actor actor, CompiledForm form, ObjectNode data, Optional<String> idempotency) {
        return createAll(actor, new CreateRecord(form, List.of(data), true, true, idempotency))
                .replaceWithVoid();
    }

    private Uni<List<Sealed>> made(Actor actor, CreateRecord command) {
        return serials.inTurn(actor.tenant(), command.form(), () -> pipeline.run(creating, command, actor));
    }

    static List<UUID> ids(List<Sealed> records) {
        return records.stream().map(record -> record.row().id()).toList();
    }

    /** The answer about many records: their ids. */
    static ObjectNode answer(List<UUID> ids) {
        ObjectNode answer = Json.NODES.objectNode();
        ids.stream().map(UUID::toString).forEach(answer.putArray("ids")::add);
        return answer;
    }

    Uni<ObjectNode> create(Actor actor, CreateRecord command, Duration patience) {
        return idempotency.once(
                actor,
                command.request(),
                made -> settled(actor, command.form(), made.get(0), 1, patience),
                () -> made(actor, command).chain(made -> stored(actor, command.form(), made.get(0), patience)));
    }

    Uni<ObjectNode> update(Actor actor, UpdateRecord command, Duration patience) {
        return pipeline.run(updating, command, actor)
                .chain(stored -> stored(actor, command.form(), stored.get(0), patience));
    }

    /** Who does not wait for the workflow is answered with what was just written; it need not be read again. */
    private Uni<ObjectNode> stored(Actor actor, CompiledForm form, Sealed stored, Duration patience) {
        UUID id = stored.row().id();
        int version = stored.row().version();
        return patience.isZero()
                ? reader.stored(actor, form, stored, RecordAction.UPDATE)
                        .chain(found -> seenOrBare(actor, found, id, version))
                : settled(actor, form, id, version, patience);
    }

    private Uni<ObjectNode> settled(Actor actor, CompiledForm form, UUID id, int version, Duration patience) {
        Uni<Void> settled =
                patience.isZero() ? Uni.createFrom().voidItem() : workflow.settled(actor.tenant(), id, patience);
        return settled.chain(() -> reader.some(actor, form, List.of(id), RecordAction.UPDATE))
                .chain(found -> seenOrBare(actor, found, id, version));
    }

    /** A row that its maker may not see is answered by id and version alone (design 4). */
    private Uni<ObjectNode> seenOrBare(Actor actor, Map<UUID, Visible> found, UUID id, int version) {
        Visible visible = found.get(id);
        if (visible != null && visible.intact()) {
            return answers.one(actor, visible);
        }
        ObjectNode bare = Json.NODES.objectNode().put("id", id.toString()).put("version", version);
        // Not in one expression: the generic result of set() would make item() take it for a supplier.
        bare.putObject("data");
        return Uni.createFrom().item(bare);
    }

    /**
     * The version that the caller has read. When he does not say, the 404 of a record out of sight still comes before
     * anything else about the request; when he does, the command itself looks.
     *
     * @param action what was tried, for the entry about the refusal
     */
    Uni<Integer> conditional(Actor actor, CompiledForm form, UUID id, @Nullable String ifMatch, String action) {
        return ifMatch == null || ifMatch.isBlank()
                ? refusalNoted(actor, form, id, action, reader.one(actor, form, id, RecordAction.READ))
                        .map(seen -> Preference.version(ifMatch))
                : Uni.createFrom().item(Preference.version(ifMatch));
    }

    Uni<ObjectNode> get(Actor actor, CompiledForm form, UUID id) {
        return refusalNoted(actor, form, id, "record.read", reader.intact(actor, form, id, RecordAction.UPDATE))
                .chain(visible -> answers.one(actor, visible));
    }

    /** Out of sight and missing leave the same entry, as they get the same answer. */
    private Uni<Visible> refusalNoted(Actor actor, CompiledForm form, UUID id, String action, Uni<Visible> read) {
        return reads.noting(actor, AuditDraft.of(action, form.object(id)).under(form.policy()), read);
    }

    Uni<Void> trash(Actor actor, TrashRecord command) {
        return pipeline.run(trashing, command, actor).replaceWithVoid();
    }

    Uni<ObjectNode> restore(Actor actor, TrashRecord command) {
        return pipeline.run(trashing, command, actor)
                .chain(stored -> settled(
                        actor,
                        command.form(),
                        stored.get(0).row().id(),
                        stored.get(0).row().version(),
                        Duration.ZERO));
    }

    /**
     * A list as {@code POST records/query} answers it.
     *
     * @param findings what is wrong with the question already
     */
    public Uni<ObjectNode> query(Actor actor, CompiledForm form, RecordListRequest request, List<Finding> findings) {
        return lists.page(actor, form, request, findings);
    }

    /**
     * As {@link #query}, of the newest records of the form alone: older ones are not looked at, so that it costs the same however many
     * there are.
     *
     * @param rows how many are looked at
     */
    public Uni<ObjectNode> newest(Actor actor, CompiledForm form, RecordListRequest request, int rows) {
        return lists.newest(actor, form, request, rows);
    }

    /**
     * What {@link #query} would refuse of a question that somebody wants to keep, without asking it: the same compiler under the same
     * access. Searching a protected field by its index counts as nothing here, since nothing is searched.
     */
    public List<Finding> objections(Actor actor, CompiledForm form, RecordListRequest request) {
        return lists.objections(actor, form, request);
    }

    /** The same of a question that may lead to other forms by their relations. */
    public Uni<TriedQuery> tried(Actor actor, CompiledForm form, RecordListRequest request) {
        return lists.tried(actor, form, request);
    }

    Uni<ObjectNode> history(Actor actor, CompiledForm form, UUID id) {
        return refusalNoted(actor, form, id, "record.history", reader.intact(actor, form, id, RecordAction.READ))
                .chain(visible -> history.of(actor, visible)
                        .call(() -> answers.noted(actor, "record.history", List.of(visible))));
    }
}
