package io.jianmi.workflow.instance;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.assignee.Deputies;
import io.jianmi.workflow.assignee.Deputies.Deputy;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.instance.Rows.Shape;
import io.jianmi.workflow.node.Timing;
import io.jianmi.workflow.sign.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What turns leave to be written: visits, tasks, notes, messages, news. The turns of a batch are of different records, so none
 * needs to see what another one has left, and all of it goes to the database together.
 */
final class TurnWrites {

    private static final Shape VISITS = Shape.into(
            "wf_visit",
            "id uuid",
            "instance uuid",
            "node text",
            "status text",
            "token text",
            "back_to text",
            "opened_at timestamptz");

    private static final Shape TASKS = Shape.into(
            "task",
            "id uuid",
            "kind text",
            "status text",
            "assignee text",
            "delegator text",
            "seq integer",
            "decision text",
            "done_at timestamptz",
            "instance uuid",
            "visit uuid",
            "record uuid",
            "app text",
            "form text",
            "workflow text",
            "workflow_version integer",
            "node text",
            "created_at timestamptz",
            "due_at timestamptz",
            "remind_at timestamptz");

    private static final Shape NOTES = Shape.into(
            "wf_timeline",
            "id uuid",
            "instance uuid",
            "record uuid",
            "at timestamptz",
            "entry text",
            "node text",
            "actor text",
            "target text");

    private static final Shape ENTRIES = Shape.into(
            "audit_pending",
            "id uuid",
            "at timestamptz",
            "actor text",
            "action text",
            "object text",
            "allowed boolean",
            "ctx text");

    private static final Shape COMPLETED = new Shape("""
            update %1$s.wf_instance i set status = 'COMPLETED', ended_at = c.at
            from unnest(?::uuid[], ?::timestamptz[]) c(id, at) where i.id = c.id and i.status = 'RUNNING'
            """, 2);

    private static final Shape TOLD = new Shape(Lineage.ENDED, 1);

    private static final Shape MESSAGES = Shape.into("outbox", "topic text", "key uuid", "body text");

    private final TenantKey tenant;
    private final Connection connection;
    private final Notifications notifications;
    private final Rows visits = new Rows(VISITS);
    private final Rows tasks = new Rows(TASKS);
    private final Rows timeline = new Rows(NOTES);
    private final Rows audit = new Rows(ENTRIES);
    private final Rows completed = new Rows(COMPLETED);
    private final Rows told = new Rows(TOLD);
    private final Rows outbox = new Rows(MESSAGES);
    private final List<Announcement> news = new ArrayList<>();
    private final Set<UUID> touched = new HashSet<>();
    private @Nullable List<Deputies.Standing> delegations;

    TurnWrites(TenantKey tenant, Connection connection, Notifications notifications) {
        this.tenant = tenant;
        this.connection = connection;
        this.notifications = notifications;
    }

    void openVisit(UUID visit, Instance instance, String node, Token token, @Nullable String backTo, Instant now) {
        touched.add(instance.id());
        visits.add(visit, instance.id(), node, "OPEN", token.text(), backTo, now);
    }

    /** One task per assignee. */
    void addTasks(
            TaskKind kind,
            Instance instance,
            @Nullable UUID visit,
            String node,
            List<UUID> ids,
            List<Deputy> assignees,
            List<Signature> signatures,
            Timing timing,
            Instant now) {
        touched.add(instance.id());
        WorkflowRef workflow = instance.workflow();
        for (int i = 0; i < ids.size(); i++) {
            Deputy assignee = assignees.get(i);
            // Who need not sign has signed already.
            boolean done = signatures.get(i) == Signature.APPROVED;
            boolean open = signatures.get(i) == Signature.OPEN;
            tasks.add(
                    ids.get(i),
                    kind.name(),
                    done ? TaskStatus.DONE.name() : signatures.get(i).name(),
                    assignee.assignee().value(),
                    assignee.delegator().map(MemberId::value).orElse(null),
                    i + 1,
                    done ? "skip" : null,
                    done ? now : null,
                    instance.id(),
                    visit,
                    instance.record(),
                    workflow.app(),
                    instance.form(),
                    workflow.key(),
                    workflow.version(),
                    node,
                    now,
                    open ? timing.dueAt() : null,
                    open ? timing.remindAt() : null);
        }
    }

    /** What the system did: an entry of the timeline and, under the same id, one of the audit log. */
    void note(
            UUID id, Instance instance, String entry, String node, String actor, List<MemberId> targets, Instant now) {
        String to = String.join(",", targets.stream().map(MemberId::value).toList());
        timeline.add(id, instance.id(), instance.record(), now, entry, node, actor, targets.isEmpty() ? null : to);
        AuditDraft draft = AuditDraft.of("workflow." + entry, "record/" + instance.form() + "/" + instance.record())
                .with(Map.of(
                        "record", instance.record().toString(),
                        "form", instance.form(),
                        "node", node,
                        "instance", instance.id().toString(),
                        "to", to))
                .under(instance.workflow().processId());
        audit.add(
                id,
                now.truncatedTo(ChronoUnit.MICROS),
                actor,
                draft.action(),
                draft.object(),
                true,
                draft.contextText());
    }

    void complete(UUID instance, Instant now) {
        completed.add(instance, now);
        told.add(instance);
    }

    void send(OutboxMessage message) {
        outbox.add(message.topic(), message.key(), Json.write(message.body()));
    }

    void tell(Announcement announcement) {
        news.add(announcement);
    }

    /** Delegations in force, newest first; read once for all turns. */
    List<Deputies.Standing> delegations(Instant now) throws SQLException {
        if (delegations == null) {
            delegations = StandingRules.read(tenant, connection, now);
        }
        return delegations;
    }

    /** Before a turn reads or changes rows of its instance that it may have left itself. */
    void settle(UUID instance) throws SQLException {
        if (touched.contains(instance)) {
            flush();
        }
    }

    /** Writes all that was left; to be called when the last turn has returned. */
    void flush() throws SQLException {
        touched.clear();
        Rows.write(tenant, connection, List.of(visits, tasks, timeline, audit, completed, told, outbox));
        if (!news.isEmpty()) {
            notifications.send(tenant, connection, List.copyOf(news));
            news.clear();
        }
    }
}
