package io.jianmi.workflow.engine.camunda;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.jianmi.core.time.Ids;
import io.jianmi.workflow.engine.EngineWorkflow;
import io.jianmi.workflow.engine.NodeTurn;
import io.jianmi.workflow.engine.ProcessEngine;
import io.jianmi.workflow.engine.Token;
import jakarta.transaction.TransactionManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.jspecify.annotations.Nullable;

/** The engine port on an embedded Camunda. Thread-safe. */
public final class CamundaEngine implements ProcessEngine, AutoCloseable {

    private static final String TREES = "select * from " + EngineSchema.NAME
            + ".ACT_RU_EXECUTION where PROC_INST_ID_ = any(string_to_array(#{instances}, ','))";

    @SuppressWarnings("ThreadLocalUsage") // the turn of this engine; a process may hold several in tests
    private final ThreadLocal<NodeTurn> turn = new ThreadLocal<>();

    private final Map<String, String> definitions = new ConcurrentHashMap<>();
    private final org.camunda.bpm.engine.ProcessEngine engine;
    private final CommandExecutor commands;
    private final CommandExecutor apart;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    /** Makes the engine's tables when they are missing, then starts it. Must run inside a JTA transaction. */
    public CamundaEngine(DataSource dataSource, TransactionManager transactions, Ids ids) {
        EngineSchema.ensure(dataSource);
        EngineConfiguration configuration = new EngineConfiguration(
                dataSource,
                transactions,
                ids,
                new StrictBpmn(() -> Objects.requireNonNull(turn.get(), "tokens move in a turn only")));
        this.engine = configuration.buildProcessEngine();
        this.commands = configuration.getCommandExecutorTxRequired();
        this.apart = configuration.getCommandExecutorTxRequiresNew();
        this.runtime = engine.getRuntimeService();
        this.repository = engine.getRepositoryService();
    }

    @Override
    public void start(EngineWorkflow process, UUID instance, NodeTurn turn) {
        String definition = definition(process);
        within(turn, () -> runtime.startProcessInstanceById(definition, instance.toString()));
    }

    @Override
    public void resume(EngineWorkflow process, UUID instance, String activity, NodeTurn turn) {
        String definition = definition(process);
        within(
                turn,
                () -> runtime.createProcessInstanceById(definition)
                        .businessKey(instance.toString())
                        .startBeforeActivity(activity)
                        .execute());
    }

    @Override
    public void leave(EngineWorkflow process, Token token, String from, String edge, NodeTurn turn) {
        within(
                turn,
                () -> commands.execute(context -> {
                    String position = position(context.getExecutionManager(), token, from);
                    runtime.signal(position, edge, null, null);
                    return null;
                }));
    }

    @Override
    public void jump(EngineWorkflow process, Token token, Collection<String> from, String to, NodeTurn turn) {
        ProcessInstanceModificationBuilder move = runtime.createProcessInstanceModification(token.instance());
        from.forEach(move::cancelAllForActivity);
        within(turn, () -> move.startBeforeActivity(to).execute());
    }

    /** A token that was alone is its instance, and one of several a part of it: it changes ids when others come or go. */
    private static String position(ExecutionManager executions, Token token, String activity) {
        ExecutionEntity there = executions.findExecutionById(token.position());
        return there != null && activity.equals(there.getActivityId())
                ? token.position()
                : below(executions.findExecutionById(token.instance()), activity)
                        .map(ExecutionEntity::getId)
                        .orElseThrow(() -> new IllegalStateException("no token waits there"));
    }

    private static Optional<ExecutionEntity> below(@Nullable ExecutionEntity execution, String activity) {
        if (execution == null || activity.equals(execution.getActivityId())) {
            return Optional.ofNullable(execution);
        }
        return execution.getExecutions().stream()
                .flatMap(child -> below(child, activity).stream())
                .findFirst();
    }

    @Override
    public void migrate(EngineWorkflow from, EngineWorkflow to, Token token, Collection<String> activities) {
        MigrationPlanBuilder plan = runtime.createMigrationPlan(definition(from), definition(to));
        activities.forEach(activity -> plan.mapActivities(activity, activity));
        runtime.newMigration(plan.build())
                .processInstanceIds(token.instance())
                .skipCustomListeners()
                .skipIoMappings()
                .execute();
    }

    @Override
    public void cancel(Token token) {
        runtime.deleteProcessInstanceIfExists(token.instance(), "ended", true, true, true, true);
    }

    /** Instances as wholes: an instance that ends asks which tokens it still has. */
    @Override
    public void foresee(Collection<Token> tokens) {
        String instances = tokens.stream().map(Token::instance).distinct().collect(joining(","));
        commands.execute(context -> {
            List<Execution> all = runtime.createNativeExecutionQuery()
                    .sql(TREES)
                    .parameter("instances", instances)
                    .list();
            all.stream()
                    .map(ExecutionEntity.class::cast)
                    .collect(groupingBy(ExecutionEntity::getProcessInstanceId))
                    .values()
                    .forEach(CamundaEngine::restore);
            return null;
        });
    }

    private static void restore(List<ExecutionEntity> tree) {
        tree.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .forEach(root -> root.restoreProcessInstance(tree, null, null, null, null, null, null));
    }

    @Override
    public <T> T together(Callable<T> calls) throws Exception {
        return commands.execute(context -> result(calls));
    }

    /** A command throws nothing checked. */
    private static <T> T result(Callable<T> calls) {
        try {
            return calls.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a message was not handled", e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private void within(NodeTurn turn, Runnable move) {
        this.turn.set(turn);
        try {
            move.run();
        } finally {
            this.turn.remove();
        }
    }

    /** Cached after the first look; a definition is never removed or changed. */
    private String definition(EngineWorkflow process) {
        return definitions.computeIfAbsent(process.tenant() + "/" + process.id(), key -> deployed(process));
    }

    /**
     * Found or deployed in a transaction of its own: the engine deploys one at a time, so whoever held that turn until the end of a whole
     * batch could wait for himself.
     */
    private String deployed(EngineWorkflow process) {
        return apart.execute(context -> {
            String found = find(process);
            return found == null ? deploy(process) : found;
        });
    }

    private @Nullable String find(EngineWorkflow process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process.id())
                .tenantIdIn(process.tenant().value())
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .findFirst()
                .orElse(null);
    }

    private String deploy(EngineWorkflow process) {
        DeploymentWithDefinitions deployment = repository
                .createDeployment()
                .tenantId(process.tenant().value())
                .name(process.id())
                .addString(process.id() + ".bpmn", process.bpmn().get())
                .deployWithResult();
        return deployment.getDeployedProcessDefinitions().get(0).getId();
    }
}
