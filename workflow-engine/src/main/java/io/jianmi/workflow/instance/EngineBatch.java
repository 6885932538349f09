package io.jianmi.workflow.instance;

import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.BatchScope;
import io.jianmi.core.outbox.Delivery;
import io.jianmi.workflow.engine.ProcessEngine;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Moves the instances of a batch as one call of the engine, and writes what their turns leave together. */
@Singleton
public final class EngineBatch implements BatchScope {

    private final ProcessEngine engine;
    private final Notifications notifications;
    /** What the turns of one thread take up and leave; nothing before the first of them. */
    private final ThreadLocal<@Nullable Batch> current = new ThreadLocal<>();

    public EngineBatch(ProcessEngine engine, Notifications notifications) {
        this.engine = engine;
        this.notifications = notifications;
    }

    private static final class Batch {
        private @Nullable TurnStore store;
    }

    /** A turn, or what becomes of the message that asks for one. */
    interface Move {
        void run(TurnStore store) throws SQLException;
    }

    @Override
    public <T> T within(Callable<T> handlers) throws Exception {
        return engine.together(() -> {
            Batch batch = new Batch();
            current.set(batch);
            try {
                T result = handlers.call();
                if (batch.store != null) {
                    batch.store.writes().flush();
                }
                return result;
            } finally {
                current.remove();
            }
        });
    }

    /** Runs a move in the batch that is under way; a move by itself is written when it has returned. */
    void move(Delivery delivery, Move move) throws SQLException {
        Batch batch = current.get();
        if (batch == null) {
            TurnStore own = store(delivery);
            move.run(own);
            own.writes().flush();
        } else {
            if (batch.store == null) {
                batch.store = store(delivery);
            }
            move.run(batch.store);
        }
    }

    private TurnStore store(Delivery delivery) {
        return new TurnStore(
                delivery.tenant(),
                delivery.connection(),
                new TurnWrites(delivery.tenant(), delivery.connection(), notifications));
    }
}
