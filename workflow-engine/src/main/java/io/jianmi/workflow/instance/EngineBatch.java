package io.jianmi.workflow.instance;

import io.jianmi.core.outbox.BatchScope;
import io.jianmi.workflow.engine.ProcessEngine;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;

/** Moves the instances of a batch as one call of the engine. */
@Singleton
public final class EngineBatch implements BatchScope {

    private final ProcessEngine engine;

    public EngineBatch(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public <T> T within(Callable<T> handlers) throws Exception {
        return engine.together(handlers);
    }
}
