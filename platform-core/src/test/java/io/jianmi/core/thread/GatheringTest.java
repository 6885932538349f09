package io.jianmi.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class GatheringTest {

    private static Vertx vertx;

    private final List<List<Integer>> loads = new CopyOnWriteArrayList<>();
    private final List<Context> loadedOn = new CopyOnWriteArrayList<>();
    private final Gathering<String, Integer, String> words = new Gathering<>(this::load);

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private Uni<Map<Integer, String>> load(String group, List<Integer> keys) {
        loads.add(keys);
        Context context = Vertx.currentContext();
        if (context != null) {
            loadedOn.add(context);
        }
        if (group.equals("broken")) {
            throw new IllegalStateException("broken");
        }
        // What the database has no row for is missing.
        return Uni.createFrom()
                .item(keys.stream().filter(key -> key >= 0).collect(Collectors.toMap(key -> key, key -> group + key)))
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(5));
    }

    @Test
    void oneTurnIsOneLookUp() {
        assertThat(inOneTurn(List.of("a", "a", "a", "a"), List.of(1, 2, 2, -1)))
                .containsExactly(Optional.of("a1"), Optional.of("a2"), Optional.of("a2"), Optional.empty());
        assertThat(loads).containsExactly(List.of(1, 2, -1));
    }

    @Test
    void groupsStayApart() {
        assertThat(inOneTurn(List.of("a", "b", "a"), List.of(1, 1, 2)))
                .containsExactly(Optional.of("a1"), Optional.of("b1"), Optional.of("a2"));
        assertThat(loads).containsExactlyInAnyOrder(List.of(1, 2), List.of(1));
    }

    @Test
    void whoComesLaterIsNotForgotten() {
        inOneTurn(List.of("a"), List.of(1));
        assertThat(inOneTurn(List.of("a"), List.of(2))).containsExactly(Optional.of("a2"));
        assertThat(loads).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void manyBecomeSeveralLookUps() {
        List<Integer> keys = IntStream.range(0, 200).boxed().toList();
        List<Optional<String>> found = inOneTurn(keys.stream().map(key -> "a").toList(), keys);
        assertThat(found).hasSize(200).allMatch(Optional::isPresent);
        assertThat(loads).extracting(List::size).containsExactlyInAnyOrder(64, 64, 64, 8);
    }

    @Test
    void aFailureIsEverybodys() {
        List<CompletableFuture<Optional<String>>> asked = ask(List.of("broken", "broken", "a"), List.of(1, 2, 3));
        for (CompletableFuture<Optional<String>> failed : asked.subList(0, 2)) {
            assertThatThrownBy(failed::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
        assertThat(asked.get(2).join()).contains("a3");
    }

    @Test
    void offTheLoopNobodyIsWaitedFor() {
        assertThat(words.find("a", 7).await().atMost(Duration.ofSeconds(5))).contains("a7");
        assertThat(loads).containsExactly(List.of(7));
        assertThat(loadedOn).isEmpty();
    }

    @Test
    void everyCallerGoesOnInItsOwnContextAndNoneLendsIts() {
        Context loop = vertx.getOrCreateContext();
        List<Context> callers = new ArrayList<>();
        List<CompletableFuture<Context>> after = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Context mine = VertxContext.createNewDuplicatedContext(loop);
            CompletableFuture<Context> mineAfter = new CompletableFuture<>();
            callers.add(mine);
            after.add(mineAfter);
            int key = i;
            mine.runOnContext(nothing -> words.find("a", key)
                    .subscribe()
                    .with(found -> mineAfter.complete(Vertx.currentContext()), mineAfter::completeExceptionally));
        }
        assertThat(after.stream().map(CompletableFuture::join)).containsExactlyElementsOf(callers);
        assertThat(loadedOn).isNotEmpty().doesNotContainAnyElementsOf(callers);
    }

    private List<Optional<String>> inOneTurn(List<String> groups, List<Integer> keys) {
        return ask(groups, keys).stream().map(CompletableFuture::join).toList();
    }

    private List<CompletableFuture<Optional<String>>> ask(List<String> groups, List<Integer> keys) {
        List<CompletableFuture<Optional<String>>> asked = keys.stream()
                .map(key -> new CompletableFuture<Optional<String>>())
                .toList();
        vertx.getOrCreateContext()
                .runOnContext(nothing -> IntStream.range(0, keys.size())
                        .forEach(i -> words.find(groups.get(i), keys.get(i))
                                .subscribe()
                                .with(asked.get(i)::complete, asked.get(i)::completeExceptionally)));
        return asked;
    }
}
