package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A page that listens to {@code GET /events}. */
final class Listening implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final Stream<String> lines;
    private final Thread reader;
    private final int status;

    Listening(Api api, String member, String... records) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        StringBuilder address = new StringBuilder("/api/v1/events?");
        for (String record : records) {
            address.append("record=").append(record).append('&');
        }
        HttpResponse<Stream<String>> response = http.send(
                HttpRequest.newBuilder(api.site().url().resolve(address.toString()))
                        .header("Authorization", "Bearer " + api.tokens().of(member))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        this.status = response.statusCode();
        this.lines = response.body();
        this.reader = new Thread(this::read, "listening-" + member);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            lines.filter(line -> line.startsWith("data:")).forEach(line -> heard.add(Json.parse(line.substring(5))));
        } catch (RuntimeException ended) {
            // The page was closed.
            reader.interrupt();
        }
    }

    int status() {
        return status;
    }

    /** The next event that is so; fails when none comes in time. */
    JsonNode next(Predicate<JsonNode> which) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            JsonNode event = heard.poll(200, TimeUnit.MILLISECONDS);
            if (event != null && which.test(event)) {
                return event;
            }
        }
        throw new AssertionError("no such event");
    }

    /** What has come and was not asked for. */
    List<JsonNode> rest() {
        List<JsonNode> rest = new ArrayList<>();
        heard.drainTo(rest);
        return rest;
    }

    @Override
    public void close() {
        lines.close();
        reader.interrupt();
    }
}
