package io.jianmi.template.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.startup.StartupTask;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.core.thread.OwnContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.RecordFlow;
import io.jianmi.form.record.RecordWorkflow;
import io.jianmi.form.record.Records;
import io.jianmi.template.catalog.TemplateFolder;
import io.jianmi.template.sample.SyntheticCustomers;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.task.TaskDesk;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The embedded default's demonstration: the CRM template and 200 synthetic customers, spread over two sellers, some of
 * them in approvals that run, are completed or were rejected. Never touches an installation with databases of its own.
 */
@Singleton
public final class DemoTenant implements StartupTask {

    private static final TenantKey DEMO = new TenantKey("demo");
    private static final List<String> SELLERS = List.of("sam", "sue");
    private static final List<String> COMPANIES =
            List.of("华信科技", "中科软件", "东方贸易", "天成物流", "宏图制造", "瑞丰资本", "金桥咨询", "联创网络");
    private static final List<String> INDUSTRIES = List.of(
            "technology", "technology", "retail", "logistics", "manufacturing", "finance", "other", "technology");
    private static final int PLAIN = 180;
    private static final int BATCH = 20;
    private static final int APPROVALS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMinutes(2);

    private final boolean embedded;
    private final Tenants tenants;
    private final OrgDirectory directory;
    private final TemplateInstaller installer;
    private final CompiledForms forms;
    private final Records records;
    private final RecordWorkflow workflow;
    private final TaskDesk tasks;
    private final Vertx vertx;

    DemoTenant(
            @ConfigProperty(name = "jianmi.embedded", defaultValue = "false") boolean embedded,
            Tenants tenants,
            OrgDirectory directory,
            TemplateInstaller installer,
            CompiledForms forms,
            Records records,
            RecordWorkflow workflow,
            TaskDesk tasks,
            Vertx vertx) {
        this.embedded = embedded;
        this.tenants = tenants;
        this.directory = directory;
        this.installer = installer;
        this.forms = forms;
        this.records = records;
        this.workflow = workflow;
        this.tasks = tasks;
        this.vertx = vertx;
    }

    @Override
    public String title() {
        return "looking after the demo tenant";
    }

    @Override
    public void run(Consumer<String> progress) {
        if (!embedded || !tenants.keys().contains(DEMO)) {
            return;
        }
        TemplateFolder template = TemplateFolder.read("crm");
        Actor system = Actor.system(DEMO);
        if (await(() -> installer.installed(system)).containsKey(template.id())) {
            return;
        }
        progress.accept("installing the CRM template");
        await(() -> installer.definitions(system, template).replaceWith(true));
        CompiledForm company = await(() -> forms.current(DEMO, "company"));
        CompiledForm customer = await(() -> forms.current(DEMO, "customer"));
        List<UUID> companies = companies(company);
        for (int from = 0; from < PLAIN; from += BATCH) {
            customers(customer, companies, from);
            progress.accept("%d of %d customers".formatted(from + BATCH, PLAIN + APPROVALS));
        }
        for (int i = 0; i < APPROVALS; i++) {
            approval(customer, companies, i);
        }
        progress.accept("%d of %d customers".formatted(PLAIN + APPROVALS, PLAIN + APPROVALS));
        await(() -> installer.note(system, template, Optional.empty()).replaceWith(true));
    }

    private List<UUID> companies(CompiledForm form) {
        List<ObjectNode> data = new ArrayList<>();
        for (int i = 0; i < COMPANIES.size(); i++) {
            data.add(Json.NODES.objectNode().put("title", COMPANIES.get(i)).put("industry", INDUSTRIES.get(i)));
        }
        return await(() -> records.createAll(actor(SELLERS.get(0)), form, data, Optional.of("demo-companies")));
    }

    private void customers(CompiledForm form, List<UUID> companies, int from) {
        List<ObjectNode> data = new ArrayList<>();
        for (int i = from; i < from + BATCH; i++) {
            data.add(customer(i, companies));
        }
        Actor seller = actor(SELLERS.get(from / BATCH % SELLERS.size()));
        await(() -> records.createAll(seller, form, data, Optional.of("demo-customers-" + from)));
    }

    private static ObjectNode customer(int i, List<UUID> companies) {
        return SyntheticCustomers.customer(i)
                .put("company", companies.get(i % companies.size()).toString());
    }

    /** A customer with a credit limit: every third approval is rejected, every third runs, the others are completed. */
    private void approval(CompiledForm form, List<UUID> companies, int i) {
        Actor seller = actor(SELLERS.get(i % SELLERS.size()));
        String head = i % SELLERS.size() == 0 ? "mia" : "max";
        ObjectNode data =
                customer(PLAIN + i, companies).put("creditLimit", String.valueOf(20_000 + 17_500 * i) + ".00");
        UUID record = await(() -> records.createAll(seller, form, List.of(data), Optional.of("demo-approval-" + i)))
                .get(0);
        switch (i % 3) {
            case 0 -> decide(form, record, head, TaskAction.REJECT, "资料不全，请补充后再提交");
            case 1 -> {
                decide(form, record, head, TaskAction.APPROVE, "同意");
                decide(form, record, "rick", TaskAction.APPROVE, "风险可控");
                decide(form, record, "rose", TaskAction.APPROVE, "同意授信");
                decide(form, record, "fay", TaskAction.APPROVE, "同意");
            }
            default -> settle(record);
        }
    }

    private void settle(UUID record) {
        await(() -> workflow.settled(DEMO, record, PATIENCE).replaceWith(true));
    }

    /** Decides the open task that is this member's; nothing when the branch did not come to him. */
    private void decide(CompiledForm form, UUID record, String member, TaskAction action, String comment) {
        settle(record);
        Actor actor = actor(member);
        RecordFlow flow =
                await(() -> workflow.flows(actor, form.key(), List.of(record))).getOrDefault(record, RecordFlow.NONE);
        flow.grants().stream()
                .filter(grant ->
                        flow.openTasks().stream().anyMatch(task -> task.id().equals(grant.task())))
                .findFirst()
                .ifPresent(grant -> await(
                        () -> tasks.decide(actor, grant.task(), action, comment).replaceWith(true)));
    }

    private Actor actor(String username) {
        Org org = directory.of(DEMO);
        return org.memberByName(username)
                .flatMap(member -> org.actor(member.id()))
                .orElseThrow(() -> new IllegalStateException("the demo realm has no " + username));
    }

    /** Sessions of Hibernate Reactive live on an event loop, in a context of their own; the start-up thread waits. */
    private <T> T await(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .<T>emitter(emitter -> onContext(work, emitter))
                .await()
                .atMost(STEP);
    }

    private <T> void onContext(Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
        OwnContext.beside(vertx.getDelegate().getOrCreateContext()).runOnContext(nothing -> {
            var unused =
                    Uni.createFrom().<T>deferred(() -> work.get()).subscribe().with(emitter::complete, emitter::fail);
        });
    }
}
