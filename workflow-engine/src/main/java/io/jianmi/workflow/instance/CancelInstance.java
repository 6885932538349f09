package io.jianmi.workflow.instance;

import io.jianmi.core.outbox.Delivery;
import io.jianmi.core.outbox.OutboxHandler;
import jakarta.inject.Singleton;

/** Forgets the token of an instance that people have ended. */
@Singleton
public final class CancelInstance implements OutboxHandler {

    private final Turns turns;

    public CancelInstance(Turns turns) {
        this.turns = turns;
    }

    @Override
    public String topic() {
        return WorkflowTopic.CANCEL;
    }

    @Override
    public void handle(Delivery delivery) throws Exception {
        turns.cancel(delivery);
    }
}
