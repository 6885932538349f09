package io.jianmi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final String TEXT = "{\"id\":\"42\",\"items\":[{\"id\":\"first\"},{\"id\":\"second\"}],\"notes\":\""
            + "简密".repeat(20_000) + "\"}";

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger served = new AtomicInteger();
    private final HttpServer server;
    private final Requests requests;

    LoadTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        requests = new Requests("localhost", () -> "t");
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        // The JDK's server sends a length where it is given one, and chunks where it is given zero.
        server.createContext("/fixed", exchange -> answer(exchange, 200, true));
        server.createContext("/chunked", exchange -> answer(exchange, 200, false));
        server.createContext("/broken", exchange -> answer(exchange, 503, true));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void everyAcknowledgedRequestIsCountedOnceAndNoneIsLost() throws IOException {
        Plan plan = new Plan(Duration.ofMillis(200), Duration.ofMillis(300), 3, () -> {});
        Meter meter = new Meter(plan);

        new Load(address(), plan, meter).run(Collections.nCopies(8, counting(meter, "/fixed")));

        assertThat(meter.failures()).isEmpty();
        assertThat(meter.succeeded()).isEqualTo(served.get()).isGreaterThan(50);
        assertThat(meter.rates()).hasSize(3).allSatisfy(rate -> assertThat(rate).isPositive());
        assertThat(meter.millisAt(0.99)).isPositive();
    }

    @Test
    void aBodyInChunksReadsAsTheSameText() throws IOException {
        List<String> bodies = new ArrayList<>();
        for (String path : List.of("/fixed", "/chunked")) {
            run(once(path, bodies));
        }

        assertThat(bodies.stream().map(String::length)).containsExactly(TEXT.length(), TEXT.length());
        assertThat(bodies.stream().allMatch(TEXT::equals)).isTrue();
    }

    @Test
    void anythingButSuccessIsAFailureByStatus() throws IOException {
        Meter meter = new Meter(Plan.untilDone());
        AtomicInteger left = new AtomicInteger(5);
        VirtualUser user = answer -> {
            if (answer != null) {
                meter.failed(Integer.toString(answer.status()));
            }
            return left.getAndDecrement() > 0 ? requests.get("/broken") : null;
        };

        new Load(address(), Plan.untilDone(), meter).run(List.of(user));

        assertThat(meter.failures()).containsOnlyKeys("503").containsValue(5L);
    }

    @Test
    void aUserReadsIdsOutOfAnAnswerWithoutParsingIt() throws IOException {
        List<String> found = new ArrayList<>();
        run(answer -> {
            if (answer == null) {
                return requests.post("/fixed", "Prefer: wait=2\r\n", "{}".getBytes(StandardCharsets.UTF_8));
            }
            found.add(answer.text("id"));
            found.add(answer.textAfter("\"items\":[", "id"));
            found.add(answer.text("absent"));
            return null;
        });

        assertThat(found).containsExactly("42", "first", "");
    }

    private void run(VirtualUser user) throws IOException {
        new Load(address(), Plan.untilDone(), new Meter(Plan.untilDone())).run(List.of(user));
    }

    private VirtualUser counting(Meter meter, String path) {
        return answer -> {
            if (answer != null && answer.ok()) {
                meter.succeeded(answer.sentAt(), answer.receivedAt());
            }
            return requests.get(path);
        };
    }

    private VirtualUser once(String path, List<String> bodies) {
        return answer -> {
            if (answer == null) {
                return requests.get(path);
            }
            bodies.add(answer.body());
            return null;
        };
    }

    private InetSocketAddress address() {
        return Objects.requireNonNull(server.getAddress());
    }

    private void answer(HttpExchange exchange, int status, boolean fixed) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = TEXT.getBytes(StandardCharsets.UTF_8);
        served.incrementAndGet();
        exchange.sendResponseHeaders(status, fixed ? body.length : 0);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
