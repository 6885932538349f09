package io.jianmi.workflow.engine.camunda;

import io.agroal.api.AgroalDataSource;
import io.jianmi.core.time.Ids;
import io.jianmi.workflow.engine.ProcessEngine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

/** The engine of a running server, on the default data source: its rows commit with the relay's. */
public final class EngineBean {

    /** The first start makes the engine's tables in this transaction; a busy machine needs more than the usual minute. */
    private static final int SCHEMA_SECONDS = 600;

    /** Inside a transaction of its own: the data source refuses to be enlisted later. */
    @Produces
    @Singleton
    ProcessEngine engine(AgroalDataSource dataSource, TransactionManager transactions, Ids ids) {
        return QuarkusTransaction.requiringNew()
                .timeout(SCHEMA_SECONDS)
                .call(() -> new CamundaEngine(dataSource, transactions, ids));
    }

    void close(@Disposes ProcessEngine engine) throws Exception {
        if (engine instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
