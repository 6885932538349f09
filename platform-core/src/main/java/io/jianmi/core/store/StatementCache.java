package io.jianmi.core.store;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Pools whose connections keep prepared statements however long their text is. The client's own limit of 2,048 characters is reached by a
 * form of a dozen fields, and the widest statements are the dearest to parse and to plan anew.
 */
public final class StatementCache {

    /**
     * The main database for statements that find their rows by key, so that one plan serves whatever the values are: planned once for each
     * connection. What else filters, sorts or counts as people ask goes to the pool without a name.
     */
    public static final String BY_KEY = "by-key";

    /** The main database for lists that one index answers in their order, so that one plan serves whatever they compare with. */
    public static final String BY_VIEW = "by-view";

    /** A form has at most 500 fields; what is longer than this is made for once. */
    private static final int LONGEST = 65_536;

    @Produces
    @Singleton
    PgPoolCreator main() {
        return StatementCache::pool;
    }

    @Produces
    @Singleton
    @ReactiveDataSource(BY_KEY)
    PgPoolCreator byKey() {
        return StatementCache::pool;
    }

    @Produces
    @Singleton
    @ReactiveDataSource(BY_VIEW)
    PgPoolCreator byView() {
        return StatementCache::pool;
    }

    @Produces
    @Singleton
    @ReactiveDataSource("keys")
    PgPoolCreator keys() {
        return StatementCache::pool;
    }

    private static Pool pool(PgPoolCreator.Input input) {
        input.pgConnectOptionsList()
                .forEach(options -> options.setPreparedStatementCacheSqlFilter(sql -> sql.length() <= LONGEST));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
