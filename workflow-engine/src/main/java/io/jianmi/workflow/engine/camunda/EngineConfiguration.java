package io.jianmi.workflow.engine.camunda;

import io.jianmi.core.time.Ids;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.migration.validation.instance.NoUnmappedLeafInstanceValidator;

/**
 * The engine reduced to tokens: no history, no variables, no jobs, no identity, no scripts, no metrics. It joins the
 * thread's JTA transaction, so its rows and ours commit together.
 */
final class EngineConfiguration extends JakartaTransactionProcessEngineConfiguration {

    EngineConfiguration(DataSource dataSource, TransactionManager transactions, Ids ids, BpmnParseListener listener) {
        setProcessEngineName("jianmi");
        setDataSource(dataSource);
        setTransactionManager(transactions);
        setIdGenerator(() -> ids.next().toString());
        setDatabaseType("postgres");
        setDatabaseSchema(EngineSchema.NAME);
        setDatabaseTablePrefix(EngineSchema.NAME + ".");
        setDatabaseSchemaUpdate("false");
        setHistoryLevel(HistoryLevel.HISTORY_LEVEL_NONE);
        setHistory(HistoryLevel.HISTORY_LEVEL_NONE.getName());
        setHistoryCleanupEnabled(false);
        setEnforceHistoryTimeToLive(false);
        setDbIdentityUsed(false);
        setDbHistoryUsed(false);
        setJobExecutorActivate(false);
        setMetricsEnabled(false);
        setTaskMetricsEnabled(false);
        setDbMetricsReporterActivate(false);
        setAuthorizationEnabled(false);
        setCmmnEnabled(false);
        setDmnEnabled(false);
        setEnableScriptCompilation(false);
        setEnableFetchScriptEngineFromProcessApplication(false);
        setEnableExpressionsInAdhocQueries(false);
        setEnableExpressionsInStoredQueries(false);
        setCreateIncidentOnFailedJobEnabled(false);
        // The engine moves only behaviours of its own from version to version; ours keep nothing that could be lost.
        setMigratingActivityInstanceValidators(new ArrayList<>(List.of(new NoUnmappedLeafInstanceValidator())));
        setCustomPostBPMNParseListeners(new ArrayList<>(List.of(listener)));
    }

    /** The fragments that statements were put together from hold the mappings' whole documents: 20 MB that nothing reads again. */
    @Override
    protected void initSqlSessionFactory() {
        super.initSqlSessionFactory();
        sqlSessionFactory.getConfiguration().getSqlFragments().clear();
    }
}
