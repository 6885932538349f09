package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.AuditLog;
import io.jianmi.core.audit.AuditReceipt;
import io.jianmi.core.audit.PendingEntry;
import io.jianmi.core.calendar.setting.Calendars;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.idempotency.RequestMarks;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.notification.SendNotifications;
import io.jianmi.core.outbox.Delivery;
import io.jianmi.core.outbox.FollowUp;
import io.jianmi.core.outbox.Outbox;
import io.jianmi.core.outbox.OutboxDrain;
import io.jianmi.core.outbox.OutboxHandler;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.TenantSchemas;
import io.jianmi.core.testing.SilentEvent;
import io.jianmi.core.testing.TestDatabase;
import io.jianmi.core.time.Ids;
import io.jianmi.form.comment.Enclosed;
import io.jianmi.form.record.RecordWorkflow;
import io.jianmi.workflow.automation.RunStepHandler;
import io.jianmi.workflow.automation.StandingStore;
import io.jianmi.workflow.automation.Steps;
import io.jianmi.workflow.automation.WakingVisits;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.engine.camunda.CamundaEngine;
import io.jianmi.workflow.instance.AdvanceInstance;
import io.jianmi.workflow.instance.CancelInstance;
import io.jianmi.workflow.instance.EngineBatch;
import io.jianmi.workflow.instance.FinishHandler;
import io.jianmi.workflow.instance.InstanceStart;
import io.jianmi.workflow.instance.MigrateInstance;
import io.jianmi.workflow.instance.StartInstance;
import io.jianmi.workflow.instance.Turns;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.testing.TestOrg;
import io.jianmi.workflow.testing.TestTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole workflow runtime on a real database and engine, with a relay that a test turns by hand. */
final class WorkflowHarness implements AutoCloseable {

    private static final AtomicInteger TENANTS = new AtomicInteger();

    final TenantKey tenant = new TenantKey("flow" + TENANTS.incrementAndGet());
    final FakeRecords records = new FakeRecords();
    final Org org = TestOrg.of(tenant);
    final TaskFlows flows;

    /** Time in this runtime: it stands still until it is set. */
    final SettableClock clock = new SettableClock();

    private final TestTransactions transactions;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final CamundaEngine engine;
    private final TenantWriter writer;
    private final Outbox outbox = new Outbox(new SilentEvent<>());
    private final CommandPipeline pipeline;
    private final DecideHandler decisions;
    private final Calendars calendars;
    private final EngineBatch batch;
    private final TaskTimers timers;
    private final InstanceActHandler overall;
    private final WakingVisits waking;
    private final Map<WorkflowRef, CompiledWorkflow> published = new HashMap<>();
    private final Map<String, OutboxHandler> handlers;
    private final Map<String, FollowUp> followUps;

    WorkflowHarness() throws Exception {
        TestDatabase database = TestDatabase.shared();
        transactions = new TestTransactions(database.main());
        pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(database.main().options())
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx.getDelegate())
                .build());
        new TenantSchemas(transactions.dataSource(), List.of()).add(tenant, "Test");
        sql("create table \"%s\".test_edit (record uuid)");
        sql("create table \"%s\".test_audit (action text, object text)");
        sql("create table \"%s\".test_made (record uuid, form text)");
        Ids ids = new Ids(clock, new SecureRandom());
        engine = transactions.call(() -> new CamundaEngine(transactions.dataSource(), transactions.manager(), ids));
        writer = new TenantWriter(pool);
        pipeline = new CommandPipeline(
                writer,
                new TableAudit(),
                outbox,
                new RequestMarks((tenant, use, content) -> Uni.createFrom().item(content)));
        WorkflowCatalog catalog = new Catalog();
        OrgDirectory directory = new Directory();
        calendars = new Calendars(pool);
        Notifications notifications = new Notifications(directory, ids, clock, () -> false);
        batch = new EngineBatch(engine, notifications);
        Turns turns = new Turns(engine, catalog, directory, records, batch, ids, clock, calendars);
        handlers = Stream.of(
                        new StartInstance(turns),
                        new AdvanceInstance(turns),
                        new CancelInstance(turns),
                        new MigrateInstance(engine, catalog, ids, clock),
                        new SendNotifications(notifications))
                .collect(Collectors.toMap(OutboxHandler::topic, handler -> handler));
        FinishHandler finish =
                new FinishHandler(pipeline, writer, outbox, pool, catalog, records, directory, ids, clock);
        RunStepHandler steps = new RunStepHandler(
                pipeline,
                writer,
                outbox,
                new StandingStore(pool, catalog),
                new Steps(records, new FakeOtherRecords(), directory, ids, clock, ZoneOffset.UTC),
                records,
                ids,
                clock);
        followUps = Map.of(finish.topic(), finish, steps.topic(), steps);
        waking = new WakingVisits(() -> Set.of(tenant), pool, outbox, clock);
        TimelineWriter timeline = new TimelineWriter(new ClearKeys(), new NoFiles(), ids);
        decisions =
                new DecideHandler(new TaskStore(pool, catalog), records, directory, timeline, ids, clock, calendars);
        timers = timers();
        overall = new InstanceActHandler(new InstanceStore(pool, catalog, clock), records, timeline, ids, clock);
        flows = new TaskFlows(
                pool,
                catalog,
                new Submitting(catalog, new InstanceStart(ids, clock), directory),
                new OutboxDrain(pool),
                clock);
    }

    void publish(CompiledWorkflow workflow) {
        published.put(new WorkflowRef("crm", workflow.definition().key(), published.size() + 1), workflow);
    }

    Actor actor(String username) {
        return org.actor(TestOrg.id(username)).orElseThrow();
    }

    /** Submits a record as the record runtime does; the id of the record. */
    UUID submit(String username, String form, Map<String, Object> data) {
        return submit(username, form, data, Optional.empty());
    }

    /** @param to whom he sends it; empty: he is not asked */
    UUID submit(String username, String form, Map<String, Object> data, Optional<List<String>> to) {
        UUID record = UUID.randomUUID();
        Optional<RecordWorkflow.Start> start = await(
                flows.onSubmitted(actor(username), form, List.of(new RecordWorkflow.Submission(record, 1, data)), to));
        records.put(record, data);
        List<Write> writes = new ArrayList<>();
        start.ifPresent(rows -> {
            writes.addAll(rows.writes());
            writes.add(outbox.insert(tenant, rows.messages()));
        });
        await(writer.commit(writes));
        return record;
    }

    LoadedTask decide(String username, UUID task, TaskAction act, String to, String comment) {
        return decide(username, task, act, to, "", comment);
    }

    /** @param to words with commas between */
    LoadedTask decide(String username, UUID task, TaskAction act, String to, String position, String comment) {
        DecideTask command = new DecideTask(
                task,
                act,
                some(comment),
                Enclosed.NOTHING,
                Json.NODES.objectNode(),
                Stream.of(to.split(",")).filter(word -> !word.isEmpty()).toList(),
                some(position),
                OptionalInt.empty(),
                Optional.empty());
        return await(pipeline.run(decisions, command, actor(username)));
    }

    /** An act on the record's newest instance as a whole. */
    void act(String username, String form, UUID record, TaskAction act, String node, String comment) {
        ActOnInstance command =
                new ActOnInstance(form, record, act, Optional.empty(), some(comment), some(node), Optional.empty());
        await(pipeline.run(overall, command, actor(username)));
    }

    /** Timers of one more node. */
    TaskTimers timers() {
        return new TaskTimers(() -> Set.of(tenant), pool, pipeline, decisions, clock);
    }

    /** So much later, as the timers of this node find things. */
    void later(Duration more) throws Exception {
        clock.forward(more);
        await(timers.run(tenant));
        relay();
    }

    /** Wakes automations that waited for so long, on this node and on another one. */
    void wake(Duration more) throws Exception {
        clock.forward(more);
        await(waking.wake(tenant));
        await(waking.wake(tenant));
    }

    /** The tenant works by this calendar from now on. */
    void calendar(String body) throws Exception {
        sql("delete from \"%s\".calendar");
        if (!body.isEmpty()) {
            sql("insert into \"%%s\".calendar (enabled, body, updated_at, updated_by) values (true, '%s', now(), 'x')"
                    .formatted(body));
        }
        calendars.missed();
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    /** The open task of a member on a record. */
    Optional<UUID> openTask(String username, UUID record) throws Exception {
        return strings(
                        "select id::text from \"%s\".task where assignee = ? and record = ? and box = 'todo'",
                        TestOrg.id(username).value(), record)
                .stream()
                .findFirst()
                .map(UUID::fromString);
    }

    List<String> timeline(UUID record) throws Exception {
        return strings("""
                select entry || ' ' || replace(actor, '-id', '') || ' ' || node
                || coalesce(' > ' || replace(target, '-id', ''), '')
                from "%s".wf_timeline where record = ? order by at, id
                """, record);
    }

    String status(UUID record) throws Exception {
        return strings("select status from \"%s\".wf_instance where record = ? order by started_at desc", record)
                .get(0);
    }

    long count(String from) throws Exception {
        return Long.parseLong(
                strings("select count(*)::text from \"%s\"." + from).get(0));
    }

    long tokens() throws Exception {
        return Long.parseLong(strings(
                        "select count(*)::text from camunda.act_ru_execution where tenant_id_ = replace('%s', 't_', '')")
                .get(0));
    }

    /** Handles messages until none is left. */
    void relay() throws Exception {
        while (step(false)) {
            // The next message of the same key becomes visible once this one is gone.
        }
    }

    /**
     * Handles the oldest message.
     *
     * @param crash true: everything is done but the commit
     * @return false when there was none
     */
    boolean step(boolean crash) throws Exception {
        Optional<Message> next = oldest();
        if (next.isPresent()) {
            handle(next.get(), crash);
        }
        return next.isPresent();
    }

    /** Handles the oldest message, and again as one does who had read it before it was gone. */
    boolean stepTwice() throws Exception {
        Optional<Message> next = oldest();
        if (next.isPresent()) {
            handle(next.get(), false);
            try {
                handle(next.get(), false);
            } catch (ProblemException late) {
                assertThat(late.type().code()).isEqualTo("outbox.already-handled");
            }
        }
        return next.isPresent();
    }

    /** Two nodes handle the oldest message at the same moment; what one of them fails at is left to the other. */
    boolean stepByTwoNodes() throws Exception {
        Optional<Message> next = oldest();
        if (next.isEmpty() || !followUps.containsKey(next.get().topic())) {
            return step(false);
        }
        List<CompletableFuture<Void>> nodes =
                Stream.of(1, 2).map(node -> node(next.get())).toList();
        nodes.forEach(node -> node.exceptionally(lost -> null).join());
        assertThat(nodes).anyMatch(node -> !node.isCompletedExceptionally());
        return true;
    }

    private CompletableFuture<Void> node(Message message) {
        FollowUp followUp = Objects.requireNonNull(followUps.get(message.topic()));
        return CompletableFuture.runAsync(
                () -> await(followUp.handle(tenant, message.id(), message.key(), message.body())));
    }

    private record Message(String topic, long id, UUID key, JsonNode body) {}

    private Optional<Message> oldest() throws Exception {
        return strings("select topic || '|' || id || '|' || key || '|' || body from \"%s\".outbox order by id limit 1")
                .stream()
                .findFirst()
                .map(row -> row.split("\\|", 4))
                .map(parts -> new Message(
                        parts[0], Long.parseLong(parts[1]), UUID.fromString(parts[2]), Json.parse(parts[3])));
    }

    private void handle(Message message, boolean crash) throws Exception {
        FollowUp followUp = followUps.get(message.topic());
        if (followUp != null) {
            await(followUp.handle(tenant, message.id(), message.key(), message.body()));
            return;
        }
        try {
            transactions.call(() -> {
                try (Connection connection = transactions.dataSource().getConnection()) {
                    Delivery delivery = new Delivery(
                            tenant, message.id(), message.topic(), message.key(), message.body(), 1, connection);
                    OutboxHandler handler = Objects.requireNonNull(handlers.get(message.topic()));
                    // Both ways of the relay: a message by itself, and as one of a batch.
                    if (crash) {
                        handler.handle(delivery);
                        throw new Crash();
                    }
                    batch.within(() -> {
                        handler.foresee(List.of(delivery));
                        handler.handle(delivery);
                        return delivery;
                    });
                    try (PreparedStatement delete = connection.prepareStatement(
                            "delete from \"" + tenant.schema() + "\".outbox where id = " + message.id())) {
                        delete.executeUpdate();
                    }
                }
                return null;
            });
        } catch (Crash expected) {
            // As if nothing of it had happened.
        }
    }

    /** Delivers a copy of every message that waits: a relay that crashed after its commit was not noticed. */
    void duplicateMessages() throws Exception {
        sql("insert into \"%1$s\".outbox (topic, key, body) select topic, key, body from \"%1$s\".outbox");
    }

    void sql(String statement) throws Exception {
        try (Connection connection = transactions.dataSource().getConnection();
                var plain = connection.createStatement()) {
            plain.execute(statement.formatted(tenant.schema()));
        }
    }

    List<String> strings(String query, Object... parameters) throws Exception {
        try (Connection connection = transactions.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query.formatted(tenant.schema()))) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> list = new ArrayList<>();
                while (rows.next()) {
                    list.add(rows.getString(1));
                }
                return list;
            }
        }
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        engine.close();
        pool.closeAndAwait();
        vertx.closeAndAwait();
        transactions.close();
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Catalog implements WorkflowCatalog {
        @Override
        public Uni<CompiledWorkflow> load(TenantKey tenant, WorkflowRef ref) {
            return Uni.createFrom().item(() -> published.get(ref));
        }

        @Override
        public List<WorkflowRef> current(TenantKey tenant, String form) {
            return published.entrySet().stream()
                    .filter(entry -> entry.getValue().definition().form().equals(form))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private final class Directory implements OrgDirectory {
        @Override
        public Org of(TenantKey tenant) {
            return org;
        }

        @Override
        public Set<TenantKey> tenants() {
            return Set.of(tenant);
        }
    }

    /** Keeps actions and objects, to be counted. */
    private static final class TableAudit implements AuditLog {
        @Override
        public Uni<List<PendingEntry>> prepare(Actor actor, List<AuditDraft> drafts) {
            return Uni.createFrom()
                    .item(drafts.stream()
                            .map(draft -> new PendingEntry(
                                    UUID.randomUUID(),
                                    Instant.EPOCH.atOffset(ZoneOffset.UTC),
                                    actor.id().value(),
                                    draft.action(),
                                    draft.object(),
                                    draft.allowed(),
                                    "{}",
                                    null,
                                    null,
                                    null,
                                    null))
                            .toList());
        }

        @Override
        public Write insert(TenantKey tenant, List<PendingEntry> entries) {
            return Write.any(
                    "insert into \"%s\".test_audit select * from unnest($1::text[], $2::text[])"
                            .formatted(tenant.schema()),
                    Tuple.of(
                            entries.stream().map(PendingEntry::action).toArray(String[]::new),
                            entries.stream().map(PendingEntry::object).toArray(String[]::new)));
        }

        @Override
        public void committed(TenantKey tenant) {}

        @Override
        public Uni<AuditReceipt> sealed(TenantKey tenant, UUID entry) {
            return Uni.createFrom().failure(new UnsupportedOperationException());
        }
    }

    /** Keys that seal nothing: what is sealed where is another module's test. */
    private static final class ClearKeys implements DataKeys, KeyRing {
        @Override
        public Uni<UUID> newSubject(TenantKey tenant) {
            return Uni.createFrom().item(UUID::randomUUID);
        }

        @Override
        public Uni<KeyRing> ring(TenantKey tenant, Set<UUID> subjects, Set<KeyClass> classes) {
            return Uni.createFrom().item(this);
        }

        @Override
        public byte[] seal(CellContext context, JsonNode value) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public JsonNode open(CellContext context, byte[] cell) {
            return Json.parse(new String(cell, StandardCharsets.UTF_8));
        }

        @Override
        public boolean has(CellContext context) {
            return true;
        }
    }
}
