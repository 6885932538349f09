package io.jianmi.workflow.testing;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.jianmi.core.testing.TestDatabase;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/** JTA and a pooled data source as the server has them, on a test database. */
public final class TestTransactions implements AutoCloseable {

    private final TransactionManager transactions;
    private final AgroalDataSource dataSource;

    public TestTransactions(TestDatabase.Endpoint database) throws SQLException {
        BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class)
                .setObjectStoreType(VolatileStore.class.getName());
        this.transactions = com.arjuna.ats.jta.TransactionManager.transactionManager();
        this.dataSource = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .transactionIntegration(new NarayanaTransactionIntegration(
                                transactions, new TransactionSynchronizationRegistryImple()))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(database.user()))
                                .credential(new SimplePassword(database.password())))));
    }

    public TransactionManager manager() {
        return transactions;
    }

    public AgroalDataSource dataSource() {
        return dataSource;
    }

    /** Runs in a new transaction; anything thrown rolls it back. */
    public <T> T call(Callable<T> work) throws Exception {
        transactions.begin();
        boolean done = false;
        try {
            T result = work.call();
            done = true;
            return result;
        } finally {
            if (done) {
                transactions.commit();
            } else {
                transactions.rollback();
            }
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
