package io.jianmi.workflow.instance;

import io.jianmi.core.outbox.Delivery;
import io.jianmi.core.outbox.OutboxHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Moves an instance on after a step was decided. */
@Singleton
public final class AdvanceInstance implements OutboxHandler {

    private final Turns turns;

    public AdvanceInstance(Turns turns) {
        this.turns = turns;
    }

    @Override
    public String topic() {
        return WorkflowTopic.ADVANCE;
    }

    @Override
    public void foresee(List<Delivery> deliveries) throws SQLException {
        turns.advancing(deliveries);
    }

    @Override
    public void handle(Delivery delivery) throws Exception {
        turns.advance(delivery);
    }
}
