package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.PublishedForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Records as workflows read and change them: the same reader, input, logic and revision as everybody's. */
@Singleton
final class TaskRecords implements WorkflowRecords {

    private static final int SALT_BYTES = 32;

    /** Members that are asked for at once: each has grants and scopes of his own, so each is a statement. */
    private static final int AT_ONCE = 4;

    /** Domain byte of commitments, apart from leaves (0) and nodes (1). */
    private static final int COMMITMENT = 2;

    private final CompiledForms forms;
    private final SystemRecords system;
    private final RecordReader reader;
    private final RecordAnswers answers;
    private final RecordHistory history;
    private final RecordRevision revision;
    private final RecordReferences references;
    private final RecordConflicts conflicts;
    private final RecordSight sights;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    TaskRecords(
            CompiledForms forms,
            SystemRecords system,
            RecordReader reader,
            RecordAnswers answers,
            RecordHistory history,
            RecordRevision revision,
            RecordReferences references,
            RecordConflicts conflicts,
            RecordSight sights,
            Ids ids) {
        this.forms = forms;
        this.system = system;
        this.reader = reader;
        this.answers = answers;
        this.history = history;
        this.revision = revision;
        this.references = references;
        this.conflicts = conflicts;
        this.sights = sights;
        this.ids = ids;
    }

    @Override
    public Uni<Facts> facts(TenantKey tenant, String form, UUID record) {
        return forms.using(
                tenant,
                form,
                compiled -> system.opened(tenant, compiled, record)
                        .map(opened -> new Facts(
                                opened.row().formVersion(),
                                opened.row().version(),
                                opened.row().createdBy(),
                                RecordLogic.variables(compiled, Map.of(), opened.values()))));
    }

    @Override
    public Uni<View> view(Actor actor, String form, UUID record, TaskGrant grant) {
        return through(actor, form, record, grant).chain(visible -> view(actor, visible));
    }

    private Uni<View> view(Actor actor, Visible visible) {
        return answers.one(actor, visible).map(this::view);
    }

    private Uni<Visible> through(Actor actor, String form, UUID record, TaskGrant grant) {
        return forms.using(actor.tenant(), form, compiled -> reader.through(actor, compiled, record, grant))
                .invoke(visible -> {
                    if (!visible.intact()) {
                        throw ProblemException.of(RecordProblem.INTEGRITY);
                    }
                });
    }

    private View view(ObjectNode record) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        ObjectNode seen = Json.NODES.objectNode();
        record.path("access")
                .properties()
                .forEach(entry -> seen.putObject(entry.getKey())
                        .put("access", entry.getValue().asText())
                        .put("commitment", commitment(salt, record.path("data").path(entry.getKey()))));
        return new View(record, record.path("version").asInt(), seen, salt);
    }

    /** {@code base64url(SHA-256(0x02 || salt || JCS(shown)))}, as audit payloads are committed to. */
    private static String commitment(byte[] salt, JsonNode shown) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(COMMITMENT);
        bytes.writeBytes(salt);
        bytes.writeBytes(CanonicalJson.bytes(shown));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(bytes.toByteArray()));
    }

    @Override
    public Uni<Set<MemberId>> knowing(Collection<Actor> members, String form, UUID record) {
        return Multi.createFrom()
                .iterable(members)
                .onItem()
                .transformToUni(member -> forms.using(
                                member.tenant(),
                                form,
                                compiled -> reader.some(member, compiled, List.of(record), RecordAction.READ))
                        .map(found -> Optional.ofNullable(found.get(record))
                                .filter(visible -> !visible.row().trashed())
                                .map(visible -> member.id())))
                .merge(AT_ONCE)
                .collect()
                .in(HashSet::new, (all, member) -> member.ifPresent(all::add));
    }

    @Override
    public Uni<ObjectNode> form(TenantKey tenant, String form, Set<String> fields) {
        return forms.current(tenant, form).map(compiled -> PublishedForm.limitedTo(compiled, fields));
    }

    @Override
    public Uni<Map<UUID, String>> titles(Actor actor, String form, Collection<UUID> records) {
        return forms.using(actor.tenant(), form, compiled -> answers.titles(actor, compiled, List.copyOf(records)));
    }

    @Override
    public Uni<Sight> sight(Actor actor, String form, UUID record) {
        return forms.using(
                actor.tenant(),
                form,
                compiled -> sights.of(actor, compiled, record)
                        .invoke(seen -> {
                            if (seen.trashed()) {
                                throw ProblemException.of(CommonProblem.NOT_FOUND);
                            }
                        })
                        .map(seen -> new Sight(seen.subject())));
    }

    @Override
    public Uni<ProblemException> conflict(Actor actor, String form, String index) {
        return forms.current(actor.tenant(), form)
                .chain(compiled -> conflicts.explain(compiled, actor, index, "/data", 1));
    }

    @Override
    public Uni<Edit> edit(Actor actor, String form, UUID record, ObjectNode data, TaskGrant grant, OptionalInt seen) {
        return through(actor, form, record, grant).chain(visible -> edit(actor, visible, data, seen));
    }

    @Override
    public Uni<Work> work(Actor actor, String form, UUID record, ObjectNode data, TaskGrant grant, OptionalInt seen) {
        return through(actor, form, record, grant)
                .chain(visible -> edit(actor, visible, data, seen)
                        .chain(edit -> view(actor, visible).map(view -> new Work(edit, view))));
    }

    private Uni<Edit> edit(Actor actor, Visible visible, ObjectNode data, OptionalInt seen) {
        StoredRecord row = visible.row();
        if (seen.isPresent() && seen.getAsInt() != row.version()) {
            return differences(actor, visible, seen.getAsInt());
        }
        if (data.isEmpty()) {
            return Uni.createFrom().item(new Edit(List.of(), row.version(), List.of(), Optional.of(row.subject())));
        }
        conflicts.exhausted(visible.form(), actor).ifPresent(problem -> {
            throw problem;
        });
        return revision.open(actor.tenant(), visible.form(), row).chain(opened -> {
            RecordInput.Parsed input =
                    RecordInput.forChange(visible.form(), visible.access(), opened.values(), data, "/data", ids);
            return revised(
                    actor,
                    visible,
                    opened,
                    input,
                    storing -> RecordInput.forChange(
                            visible.form(), storing.access(), opened.values(), data, "/data", ids));
        });
    }

    /** Fails with what he sees to be other than it was. */
    private Uni<Edit> differences(Actor actor, Visible visible, int seen) {
        return history.since(actor, visible, seen)
                .call(() -> answers.noted(actor, "record.changes", List.of(visible)))
                .map(changes -> {
                    throw ProblemException.showing(
                            RecordProblem.CHANGED_SINCE_SEEN,
                            Map.of("version", visible.row().version()),
                            Map.of("changes", changes));
                });
    }

    /** @param again what was sent, read as the groups let it be stored */
    private Uni<Edit> revised(
            Actor actor,
            Visible visible,
            RecordRevision.Opened opened,
            RecordInput.Parsed input,
            Function<Visible, RecordInput.Parsed> again) {
        CompiledForm form = visible.form();
        RecordLogic.Outcome outcome = RecordLogic.apply(
                form,
                UserContext.of(actor),
                opened.values(),
                input.typed(),
                false,
                true,
                field -> visible.access().of(field) != FieldAccess.HIDDEN,
                "/data");
        return references
                .missing(actor, form, List.of(new RecordChange(opened.values(), input.typed(), "/data")))
                .chain(missing -> {
                    List<Finding> findings = input.and(outcome.findings());
                    missing.forEach(findings::addAll);
                    return revision.next(actor, form, opened, findings, outcome, "update");
                })
                .invoke(next -> WriteScopes.narrowed(
                                form, actor, next.ready().get(0).row(), outcome.values())
                        .filter(grants -> Finding.anyBlocks(
                                again.apply(visible.under(grants)).findings()))
                        .ifPresent(grants -> {
                            throw ProblemException.of(RecordProblem.OUTSIDE_WRITE_SCOPE);
                        }))
                .map(next -> edit(opened, outcome, next));
    }

    @Override
    public Uni<Edit> set(TenantKey tenant, String form, UUID record, Map<String, AutomationRecords.Given> values) {
        return system.set(tenant, form, record, values)
                .map(revised -> edit(revised.opened(), revised.outcome(), revised.next()));
    }

    private static Edit edit(RecordRevision.Opened opened, RecordLogic.Outcome outcome, RecordRevision.Next next) {
        return new Edit(
                next.writes(),
                next.ready().get(0).row().version(),
                outcome.changed().stream().sorted().toList(),
                Optional.of(opened.row().subject()));
    }
}
