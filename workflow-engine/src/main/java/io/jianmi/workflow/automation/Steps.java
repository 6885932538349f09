package io.jianmi.workflow.automation;

import io.jianmi.core.command.Changes;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.core.webhook.WebhookQueue;
import io.jianmi.form.record.AutomationRecords;
import io.jianmi.form.record.AutomationRecords.Given;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.assignee.AssigneeFacts;
import io.jianmi.workflow.assignee.Assignees;
import io.jianmi.workflow.compile.Formula;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceFacts;
import io.jianmi.workflow.node.AutomationStep;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Works out what a step changes; writes nothing by itself. */
@Singleton
public final class Steps {

    /** Makers of makers; more means that workflows feed each other. */
    private static final int MOST_DEPTH = 8;

    /** Related records that one step changes. */
    private static final int MOST_RELATED = 100;

    private final WorkflowRecords records;
    private final AutomationRecords others;
    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    public Steps(
            WorkflowRecords records,
            AutomationRecords others,
            OrgDirectory directory,
            Ids ids,
            InstantSource clock,
            @ConfigProperty(name = "jianmi.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.records = records;
        this.others = others;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    Uni<StepDone> of(TenantKey tenant, Standing standing, AutomationStep step) {
        Instance instance = standing.instance();
        if (step instanceof AutomationStep.Wait wait && wait.lasting().isPresent()) {
            return Uni.createFrom().item(() -> {
                Instant until = clock.instant().plus(wait.lasting().get());
                return StepDone.waiting(step.word(), until);
            });
        }
        if (step instanceof AutomationStep.Webhook webhook) {
            return Uni.createFrom().item(() -> queued(tenant, standing, webhook));
        }
        return records.facts(tenant, instance.form(), instance.record())
                .map(facts -> new Run(tenant, standing, initiator(tenant, instance), facts.values()))
                .chain(run -> run.of(step));
    }

    private StepDone queued(TenantKey tenant, Standing standing, AutomationStep.Webhook webhook) {
        UUID id = ids.next();
        String event =
                webhook.event().orElseGet(() -> standing.instance().workflow().key() + "." + standing.node());
        return StepDone.nothing(webhook.word())
                .with(WebhookQueue.add(
                        tenant,
                        id,
                        event,
                        webhook.url(),
                        RecordHooks.KEY,
                        RecordHooks.about(standing, webhook),
                        clock.instant()))
                .about("delivery", id.toString());
    }

    /** Who has left is followed by the system itself. */
    private Actor initiator(TenantKey tenant, Instance instance) {
        return directory.of(tenant).actor(instance.initiator()).orElseGet(() -> Actor.system(tenant));
    }

    /** One step on one record as it stands. */
    private final class Run {
        private final TenantKey tenant;
        private final Standing standing;
        private final Instance instance;
        private final Actor initiator;
        private final Map<String, Object> facts;
        private final Computed computed;

        Run(TenantKey tenant, Standing standing, Actor initiator, Map<String, Object> facts) {
            this.tenant = tenant;
            this.standing = standing;
            this.instance = standing.instance();
            this.initiator = initiator;
            this.facts = facts;
            this.computed = Computed.of(standing.compiledNode(), facts, initiator);
        }

        Uni<StepDone> of(AutomationStep step) {
            if (step instanceof AutomationStep.Create create) {
                return create(create);
            }
            if (step instanceof AutomationStep.Update update) {
                return update.through().isPresent()
                        ? amend(update, update.through().get())
                        : own(update);
            }
            if (step instanceof AutomationStep.Link link) {
                return link(link);
            }
            if (step instanceof AutomationStep.Notify notify) {
                return told(notify);
            }
            AutomationStep.Wait wait = (AutomationStep.Wait) step;
            return Uni.createFrom().item(until(wait));
        }

        /** Who may not know of the record is not told of it: neither now nor, should he come to, afterwards. */
        private Uni<StepDone> told(AutomationStep.Notify notify) {
            Org org = directory.of(tenant);
            InstanceFacts facts = new InstanceFacts(() -> this.facts, org, instance.initiator());
            List<Actor> asked = Assignees.find(
                            notify.to(),
                            org,
                            new AssigneeFacts(
                                    instance.initiator(), Set.of(), List.of(), facts.of(standing.compiledNode())))
                    .members()
                    .stream()
                    .flatMap(member -> org.actor(member).stream())
                    .toList();
            Optional<Formula> formula = notify.formula().map(computed::formula);
            Announcement news = Telling.of(
                    instance,
                    ids.next(),
                    standing.workflow().definition().title(),
                    notify,
                    formula,
                    formula.map(text -> text.evaluate(computed.inputs())).orElse(null));
            return records.knowing(asked, instance.form(), instance.record())
                    .map(knowing -> StepDone.nothing(notify.word())
                            .with(Notifications.messages(List.of(news.to(knowing))))
                            .about("told", knowing.size()));
        }

        private StepDone until(AutomationStep.Wait wait) {
            Optional<Instant> moment =
                    wait.until().flatMap(text -> Moments.of(computed.value(text).value(), zone));
            return moment.filter(clock.instant()::isBefore)
                    .map(at -> StepDone.waiting(wait.word(), at))
                    .orElseGet(() -> StepDone.nothing(wait.word()));
        }

        private Uni<StepDone> create(AutomationStep.Create create) {
            if (standing.depth() >= MOST_DEPTH) {
                return Uni.createFrom().failure(ProblemException.of(AutomationProblem.TOO_DEEP));
            }
            Map<String, Given> values = computed.values(create.values());
            create.relation()
                    .ifPresent(field ->
                            values.put(field, Given.clear(instance.record().toString())));
            return others.create(initiator, create.form(), List.of(values), Optional.empty())
                    .map(made -> {
                        UUID record = made.answer().get().get(0);
                        return StepDone.nothing(create.word())
                                .with(made)
                                .with(StandingStore.made(tenant, standing, create.form(), record))
                                .about("made", create.form() + "/" + record);
                    });
        }

        private Uni<StepDone> own(AutomationStep.Update update) {
            return records.set(tenant, instance.form(), instance.record(), computed.values(update.values()))
                    .map(edit -> StepDone.edit(update.word(), edit));
        }

        private Uni<StepDone> amend(AutomationStep.Update update, String through) {
            Set<UUID> related = computed.related(through);
            if (related.size() > MOST_RELATED) {
                return Uni.createFrom().failure(ProblemException.of(AutomationProblem.TOO_MANY));
            }
            String form = standing.workflow().relation(through).form();
            Map<String, Given> values = computed.values(update.values());
            return Multi.createFrom()
                    .iterable(related)
                    .onItem()
                    .transformToUniAndConcatenate(record -> others.amend(initiator, form, record, values))
                    .collect()
                    .asList()
                    .map(all -> amended(update.word(), through, all));
        }

        private StepDone amended(String word, String through, List<Changes<List<String>>> all) {
            StepDone done = StepDone.nothing(word).about("through", through).about("records", all.size());
            for (Changes<List<String>> changes : all) {
                done = done.with(changes);
            }
            return done;
        }

        private Uni<StepDone> link(AutomationStep.Link link) {
            Set<UUID> named = link.to().isPresent()
                    ? Computed.ids(computed.value(link.to().get()).value())
                    : standing.made().map(Set::of).orElse(Set.of());
            if (named.isEmpty()) {
                return Uni.createFrom().failure(ProblemException.of(AutomationProblem.NO_RECORD));
            }
            Object value = named(link.field(), named);
            return records.set(tenant, instance.form(), instance.record(), Map.of(link.field(), Given.clear(value)))
                    .map(edit -> StepDone.edit(link.word(), edit));
        }

        /** A field for several keeps those it names. */
        private Object named(String field, Set<UUID> more) {
            if (!standing.workflow().relation(field).several()) {
                return more.iterator().next().toString();
            }
            Set<UUID> all = new LinkedHashSet<>(computed.related(field));
            all.addAll(more);
            return all.stream().map(UUID::toString).toList();
        }
    }
}
