package io.jianmi.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnContextTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void worksThatRunAtOnceShareNoContextAndComeBackToTheCaller() throws Exception {
        Context caller = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        Set<Context> contexts = ConcurrentHashMap.newKeySet();
        Set<Context> back = new HashSet<>();

        List<Integer> results = on(
                caller,
                () -> Multi.createFrom()
                        .range(0, 8)
                        .onItem()
                        .transformToUni(number -> OwnContext.of(() -> {
                                    contexts.add(Objects.requireNonNull(Vertx.currentContext()));
                                    return Uni.createFrom().item(number);
                                })
                                .invoke(() -> back.add(Objects.requireNonNull(Vertx.currentContext()))))
                        .merge(8)
                        .collect()
                        .asList());

        assertThat(results).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(contexts).hasSize(8).doesNotContain(caller);
        assertThat(back).containsExactly(caller);
    }

    /** The very question that Hibernate Reactive asks before it opens a session. */
    @Test
    void sessionsMayBeOpenedInIt() throws Exception {
        Context caller = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());

        boolean asked = on(
                caller,
                () -> OwnContext.of(() -> {
                    VertxContextSafetyToggle.validateContextIfExists("refused", "doubted");
                    return Uni.createFrom().item(true);
                }));

        assertThat(asked).isTrue();
    }

    @Test
    void whatFailsFailsForTheCaller() {
        assertThatThrownBy(() -> on(
                        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()),
                        () -> OwnContext.of(() -> {
                            throw new IllegalArgumentException("refused");
                        })))
                .hasRootCauseMessage("refused");
    }

    @Test
    void offTheEventLoopTheWorkRunsWhereItIsAskedFor() {
        Thread here = Thread.currentThread();

        Thread ran = OwnContext.of(() -> Uni.createFrom().item(Thread::currentThread))
                .await()
                .indefinitely();

        assertThat(ran).isSameAs(here);
    }

    private static <T> T on(Context context, Supplier<Uni<T>> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(nothing -> work.get().subscribe().with(result::complete, result::completeExceptionally));
        return result.get(5, TimeUnit.SECONDS);
    }
}
