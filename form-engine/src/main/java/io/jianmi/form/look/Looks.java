package io.jianmi.form.look;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.AuditReader;
import io.jianmi.core.audit.LoggedEntry;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.RecordProblem;
import io.jianmi.form.record.RecordSight;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The looks at a record, for whom its groups let manage it; asking is itself on record. */
@Singleton
public final class Looks {

    /** What shows protected values of one record. What was changed is its history; refused attempts are the auditor's. */
    public static final Set<String> ACTIONS = Set.of(
            "record.read",
            "record.list",
            "record.look-up",
            "record.history",
            "record.reveal",
            "record.print",
            "record.export");

    private static final String ACTION = "record.looks";

    private final RecordSight sight;
    private final AuditReader log;
    private final ReadLog reads;
    private final OrgDirectory directory;

    Looks(RecordSight sight, AuditReader log, ReadLog reads, OrgDirectory directory) {
        this.sight = sight;
        this.log = log;
        this.reads = reads;
        this.directory = directory;
    }

    /**
     * The newest first. Out of sight is missing; who sees the record without managing it is refused.
     *
     * @param below only entries below this number of the log
     */
    Uni<ObjectNode> of(Actor actor, CompiledForm form, UUID id, long below, int limit) {
        AuditDraft draft = AuditDraft.of(ACTION, form.object(id)).under(form.policy());
        Uni<RecordSight.Seen> managed = sight.of(actor, form, id).invoke(seen -> {
            if (!seen.manages()) {
                throw RecordProblem.refused(RecordAction.MANAGE);
            }
        });
        return reads.noting(actor, draft, managed)
                .chain(() -> reads.stored(actor, List.of(draft)))
                .chain(() -> log.done(actor.tenant(), form.object(id), ACTIONS, below, limit + 1))
                .map(found -> page(found, limit, directory.of(actor.tenant())));
    }

    private static ObjectNode page(List<LoggedEntry> found, int limit, Org org) {
        List<LoggedEntry> shown = found.subList(0, Math.min(limit, found.size()));
        ObjectNode page = Json.NODES.objectNode();
        ArrayNode items = page.putArray("items");
        shown.forEach(entry -> look(items.addObject(), entry, org));
        String next =
                found.size() > limit ? Long.toString(shown.get(shown.size() - 1).leaf()) : null;
        return page.put("next", next);
    }

    /** Neither a value nor the reason that was given with it is told: a reason may tell of the person. */
    private static void look(ObjectNode look, LoggedEntry entry, Org org) {
        look.putObject("who").put("id", entry.actor()).put("name", org.nameOf(entry.actor()));
        look.put("at", entry.at().toInstant().toString()).put("action", entry.action());
        look.put("purpose", Json.parse(entry.canonical()).at("/ctx/purpose").textValue());
    }
}
