package io.jianmi.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartingPageTest {

    private final Started started = new Started();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void listen() throws ExecutionException, InterruptedException {
        Router router = Router.router(vertx);
        router.route("/*").handler(context -> context.response().end("sign-in"));
        new StartingPage(started).register(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void whoSignsInWhileTheServerStartsIsToldSoAndComesBackByHimself() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/login?to=/tasks");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("http-equiv=\"refresh\"", "简密正在启动", "Jianmi is starting");
    }

    @Test
    void otherPagesAreNotHeldBack() throws IOException, InterruptedException {
        assertThat(get("/").body()).isEqualTo("sign-in");
    }

    @Test
    void oneGoesOnToTheSignInOnceTheStartIsOver() throws IOException, InterruptedException {
        started.over();

        HttpResponse<String> answer = get("/login");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("sign-in");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
