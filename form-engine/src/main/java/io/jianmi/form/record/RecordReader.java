package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.access.RowFacts;
import io.jianmi.form.access.TaskAccess;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place where rows meet the access decision. Whoever wants a record, for whatever channel, asks here. */
@Singleton
final class RecordReader {

    private final RecordStore store;
    private final RecordWorkflow workflow;
    private final RevealGrants reveals;
    private final RecordShares shares;
    private final RestrictedSubjects restricted;

    RecordReader(
            RecordStore store,
            RecordWorkflow workflow,
            RevealGrants reveals,
            RecordShares shares,
            RestrictedSubjects restricted) {
        this.store = store;
        this.workflow = workflow;
        this.reveals = reveals;
        this.shares = shares;
        this.restricted = restricted;
    }

    /**
     * One record for an action; missing and out of sight both fail with the same 404.
     *
     * @param action what is being done: {@code edit} counts only from groups that list it
     */
    Uni<Visible> one(Actor actor, CompiledForm form, UUID id, RecordAction action) {
        return some(actor, form, List.of(id), action).map(found -> {
            Visible visible = found.get(id);
            if (visible == null) {
                throw ProblemException.of(CommonProblem.NOT_FOUND);
            }
            return visible;
        });
    }

    /** Like {@link #one}, and the seal holds. */
    Uni<Visible> intact(Actor actor, CompiledForm form, UUID id, RecordAction action) {
        return one(actor, form, id, action).invoke(visible -> {
            if (!visible.intact()) {
                throw ProblemException.of(RecordProblem.INTEGRITY);
            }
        });
    }

    /**
     * All of these, in order, with their seals intact; what is missing or out of sight fails as {@link #one} does.
     *
     * @param former versions to decide on instead of those that stand, by id: who has given a record away may take it back
     */
    Uni<List<Visible>> all(
            Actor actor,
            CompiledForm form,
            RecordTargets targets,
            Map<UUID, StoredRecord> former,
            RecordAction action) {
        Grants grants = form.access().matching(actor);
        List<UUID> ids = targets.ids();
        return store.byIds(actor, form, grants.groups(), ids)
                .chain(rows -> decide(
                        actor,
                        form,
                        grants,
                        rows.stream()
                                .map(fetched -> asOf(fetched, former, form, grants, actor))
                                .toList(),
                        ids,
                        action))
                .map(found -> {
                    targets.refuse(i -> refusal(found.get(ids.get(i))));
                    return ids.stream().map(found::get).toList();
                });
    }

    private static Optional<ProblemException> refusal(@Nullable Visible visible) {
        return visible == null
                ? Optional.of(ProblemException.of(CommonProblem.NOT_FOUND))
                : visible.intact() ? Optional.empty() : Optional.of(ProblemException.of(RecordProblem.INTEGRITY));
    }

    private static Fetched asOf(
            Fetched fetched, Map<UUID, StoredRecord> former, CompiledForm form, Grants grants, Actor actor) {
        return Optional.ofNullable(former.get(fetched.row().id()))
                .flatMap(version -> StoredScopes.of(form, grants.groups(), actor, version))
                .map(fetched::in)
                .orElse(fetched);
    }

    /** Those of the records that the actor may know of, by id. */
    Uni<Map<UUID, Visible>> some(Actor actor, CompiledForm form, List<UUID> ids, RecordAction action) {
        Grants grants = form.access().matching(actor);
        return store.byIds(actor, form, grants.groups(), ids)
                .chain(rows -> decide(actor, form, grants, rows, ids, action));
    }

    /**
     * A record that this actor's command has just stored, decided like any other. It is read again only where a scope
     * asks for what the database alone can tell, it may be shared with him, a field rests on a consent, or somebody is restricted.
     */
    Uni<Map<UUID, Visible>> stored(Actor actor, CompiledForm form, Sealed stored, RecordAction action) {
        Grants grants = form.access().matching(actor);
        Optional<Set<String>> scopes = StoredScopes.of(form, grants.groups(), actor, stored.row());
        List<UUID> id = List.of(stored.row().id());
        return shares.with(actor, form.key())
                .chain(shared -> scopes.isPresent()
                                && shared.isEmpty()
                                && !form.consents().any()
                                && !restricted.concerns(actor)
                        ? decide(
                                actor,
                                form,
                                grants,
                                List.of(new Fetched(stored.row(), stored.tag(), true, scopes.get(), false, List.of())),
                                id,
                                action)
                        : some(actor, form, id, action));
    }

    /**
     * Rows to be read.
     *
     * @param which what follows {@code where}: conditions, order and limit
     * @param indexed whether one index answers it whatever the values are
     */
    record Asked(Sql.Part which, boolean indexed) {}

    /** Rows of a query, decided, in the order of the query; what turns out invisible is left out. */
    Uni<List<Visible>> query(Actor actor, CompiledForm form, Grants grants, Asked asked, RecordAction action) {
        Uni<List<Fetched>> found = action == RecordAction.READ
                ? store.page(actor, form, grants.groups(), asked)
                : store.fetch(actor, form, grants.groups(), asked.which());
        return found.chain(rows -> decide(
                        actor,
                        form,
                        grants,
                        rows,
                        rows.stream().map(fetched -> fetched.row().id()).toList(),
                        action))
                .map(decided -> List.copyOf(decided.values()));
    }

    /**
     * A record that was looked for among all.
     *
     * @param visible empty when it is out of the actor's sight: then he may be told that there is one, and nothing of it
     */
    record Candidate(StoredRecord row, Optional<Visible> visible) {}

    /** Rows of a query whose seals hold, in its order, with what the actor may know of each. */
    Uni<List<Candidate>> candidates(Actor actor, CompiledForm form, Grants grants, Sql.Part which) {
        return store.fetch(actor, form, grants.groups(), which)
                .chain(rows -> decide(
                                actor,
                                form,
                                grants,
                                rows,
                                rows.stream().map(fetched -> fetched.row().id()).toList(),
                                RecordAction.READ)
                        .map(decided -> rows.stream()
                                .filter(Fetched::intact)
                                .map(fetched -> new Candidate(
                                        fetched.row(),
                                        Optional.ofNullable(
                                                decided.get(fetched.row().id()))))
                                .toList()));
    }

    /**
     * Records of a person, by id, for the copy of them that she has a right to: her own values are read, what they tell of others is
     * decided as ever. Drafts and what lies in the bin are among them.
     */
    Uni<List<Visible>> ofPerson(Actor actor, CompiledForm form, UUID subject, Optional<UUID> after, int limit) {
        Grants grants = form.access().matching(actor);
        Sql.Part which = after.map(last ->
                        Sql.Part.of("\"subject_id\" = ? and \"id\" > ? order by \"id\" limit ?", subject, last, limit))
                .orElseGet(() -> Sql.Part.of("\"subject_id\" = ? order by \"id\" limit ?", subject, limit));
        return store.fetch(actor, form, grants.groups(), which)
                .map(rows -> rows.stream()
                        .map(fetched -> {
                            RowFacts facts = new RowFacts(
                                    fetched.inScope(), List.of(), fetched.caps(), Set.of(), fetched.lent());
                            return visible(
                                    actor,
                                    form,
                                    fetched,
                                    PersonAccess.of(form, grants.on(RecordAction.EXPORT, facts)),
                                    RecordFlow.NONE,
                                    RecordAction.EXPORT,
                                    (his, doing) -> PersonAccess.of(form, his.on(doing, facts)));
                        })
                        .toList());
    }

    /** The record exactly as a task declares it, after caps and reveals. */
    Uni<Visible> through(Actor actor, CompiledForm form, UUID id, TaskGrant grant) {
        Grants grants = form.access().matching(actor);
        TaskAccess task = grant.onFields();
        return Uni.combine()
                .all()
                .unis(
                        store.byIds(actor, form, grants.groups(), List.of(id)),
                        reveals(actor, grants, List.of(grant), List.of(id)))
                .asTuple()
                .map(both -> {
                    if (both.getItem1().isEmpty()) {
                        throw ProblemException.of(CommonProblem.NOT_FOUND);
                    }
                    Fetched fetched = both.getItem1().get(0);
                    RowFacts facts = new RowFacts(
                            fetched.inScope(),
                            List.of(task),
                            fetched.caps(),
                            RevealGrants.open(both.getItem2().getOrDefault(id, List.of()), form, fetched.caps()),
                            fetched.lent());
                    RowAccess access = grants.through(task, facts);
                    if (!access.visible()) {
                        throw ProblemException.of(CommonProblem.NOT_FOUND);
                    }
                    return visible(
                            actor,
                            form,
                            fetched,
                            access,
                            RecordFlow.NONE,
                            RecordAction.UPDATE,
                            (his, doing) -> his.through(task, facts));
                });
    }

    /** @param ids what was asked for: of what is missing as much is looked up as of what is out of sight, which takes as long */
    private Uni<Map<UUID, Visible>> decide(
            Actor actor, CompiledForm form, Grants grants, List<Fetched> rows, List<UUID> ids, RecordAction action) {
        return flows(actor, form, ids)
                .chain(flows -> reveals(actor, grants, tasks(flows.values()), ids)
                        .map(revealed -> {
                            Map<UUID, Visible> decided = new LinkedHashMap<>();
                            for (Fetched fetched : rows) {
                                UUID id = fetched.row().id();
                                RecordFlow flow = flows.getOrDefault(id, RecordFlow.NONE);
                                RowFacts facts = new RowFacts(
                                        fetched.inScope(),
                                        onFields(flow),
                                        fetched.caps(),
                                        RevealGrants.open(revealed.getOrDefault(id, List.of()), form, fetched.caps()),
                                        fetched.lent());
                                RowAccess access = grants.on(action, facts);
                                if (access.visible() && mayKnow(actor, fetched.row(), access)) {
                                    decided.put(
                                            id,
                                            visible(
                                                    actor,
                                                    form,
                                                    fetched,
                                                    access,
                                                    flow,
                                                    action,
                                                    (his, doing) -> his.on(doing, facts)));
                                }
                            }
                            return decided;
                        }));
    }

    private Visible visible(
            Actor actor,
            CompiledForm form,
            Fetched fetched,
            RowAccess access,
            RecordFlow flow,
            RecordAction action,
            Visible.Decision decision) {
        return new Visible(
                actor.tenant(),
                form,
                fetched.row(),
                access,
                fetched.intact(),
                fetched.lent(),
                fetched.caps(),
                flow,
                action,
                decision);
    }

    /** A draft is its author's alone (design 4); what lies in the bin is shown to those who may bring it back. */
    private static boolean mayKnow(Actor actor, StoredRecord row, RowAccess access) {
        boolean submitted = row.status() != StoredRecord.Status.DRAFT
                || (row.createdBy().equals(actor.id().value()) && !actor.simulated());
        return submitted && (!row.trashed() || access.allows(RecordAction.RESTORE));
    }

    private Uni<Map<UUID, RecordFlow>> flows(Actor actor, CompiledForm form, Collection<UUID> ids) {
        return ids.isEmpty() || !workflow.bound(actor.tenant(), form.key())
                ? Uni.createFrom().item(Map.of())
                : workflow.flows(actor, form.key(), ids).map(flows -> alone(actor, flows));
    }

    /** Tasks are somebody's own: who looks as he does not hold them. */
    private static Map<UUID, RecordFlow> alone(Actor actor, Map<UUID, RecordFlow> flows) {
        if (!actor.simulated()) {
            return flows;
        }
        Map<UUID, RecordFlow> left = new LinkedHashMap<>(flows);
        left.replaceAll((id, flow) -> flow.withoutGrants());
        return left;
    }

    /** Asked only where he may reveal, by a group or by a task of his: who has lost that right has lost what it opened. */
    private Uni<Map<UUID, List<RevealGrants.Live>>> reveals(
            Actor actor, Grants grants, List<TaskGrant> tasks, List<UUID> ids) {
        Set<UUID> open =
                tasks.stream().filter(TaskGrant::reveals).map(TaskGrant::task).collect(Collectors.toSet());
        boolean may = !actor.simulated()
                && (grants.groups().stream().anyMatch(group -> group.reveal() != null) || !open.isEmpty());
        return ids.isEmpty() || !may ? Uni.createFrom().item(Map.of()) : reveals.live(actor, ids, open);
    }

    private static List<TaskGrant> tasks(Collection<RecordFlow> flows) {
        return flows.stream().flatMap(flow -> flow.grants().stream()).toList();
    }

    private static List<TaskAccess> onFields(RecordFlow flow) {
        return flow.grants().stream().map(TaskGrant::onFields).toList();
    }
}
