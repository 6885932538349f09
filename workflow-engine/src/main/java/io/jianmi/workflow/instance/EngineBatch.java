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
    private final ThreadLocal<@Nullable Batch> current = new ThreadLocal<>();

    public EngineBatch(ProcessEngine engine, Notifications notifications) {
        this.engine = engine;
        this.notifications = notifications;
    }

    /** What the turns of one thread have left so far; nothing before the first of them. */
    private static final class Batch {
        private @Nullable TurnWrites writes;
    }

    /** A turn, or what becomes of the message that asks for one. */
    interface Move {
        void run(TurnWrites writes) throws SQLException;
    }

    @Override
    public <T> T within(Callable<T> handlers) throws Exception {
        return engine.together(() -> {
            Batch batch = new Batch();
            current.set(batch);
            try {
                T result = handlers.call();
                if (batch.writes != null) {
                    batch.writes.flush();
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
            TurnWrites own = writes(delivery);
            move.run(own);
            own.flush();
        } else {
            if (batch.writes == null) {
                batch.writes = writes(delivery);
            }
            move.run(batch.writes);
        }
    }

    private TurnWrites writes(Delivery delivery) {
        return new TurnWrites(delivery.tenant(), delivery.connection(), notifications);
    }
}
