package io.jianmi.workflow.instance;

import io.jianmi.core.outbox.Delivery;
import io.jianmi.core.outbox.OutboxHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Starts the engine's instance of a submitted record. */
@Singleton
public final class StartInstance implements OutboxHandler {

    private final Turns turns;

    public StartInstance(Turns turns) {
        this.turns = turns;
    }

    @Override
    public String topic() {
        return WorkflowTopic.START;
    }

    @Override
    public void foresee(List<Delivery> deliveries) throws SQLException {
        turns.starting(deliveries);
    }

    @Override
    public void handle(Delivery delivery) throws Exception {
        turns.start(delivery);
    }
}
