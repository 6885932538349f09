package io.jianmi.core.webhook;

import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.webhook.guard.AddressGuard;
import io.jianmi.core.webhook.guard.WebhookUrl;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends one message. The name is resolved once, the addresses it has given are judged, and the connection goes to the very
 * address that was judged: a name that answers otherwise a moment later changes nothing. Follows no redirect, reads no body.
 */
@Singleton
public final class WebhookPost {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final AddressGuard guard;

    /** @param allowed networks, addresses and names of the operator's own that may be reached, such as {@code 10.1.2.0/24} */
    public WebhookPost(Vertx vertx, @ConfigProperty(name = "jianmi.webhook.allow") Optional<List<String>> allowed) {
        this.vertx = vertx;
        this.guard = new AddressGuard(allowed.orElse(List.of()));
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false)
                .setMaxRedirects(1)
                .setVerifyHost(true));
    }

    /**
     * The HTTP status of the answer.
     *
     * @return fails with {@link WebhookProblem}
     */
    Uni<Integer> send(WebhookUrl url, byte[] body, Map<String, String> headers) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> judged(url))
                        .compose(address -> post(url, address, body, headers))
                        .toCompletionStage())
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> ProblemException.of(WebhookProblem.UNREACHABLE));
    }

    /** One closed address among several closes the name: which of them is taken must not matter. */
    private InetAddress judged(WebhookUrl url) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(url.host());
            for (InetAddress address : addresses) {
                if (!guard.permits(url.host(), address.getAddress())) {
                    throw ProblemException.of(WebhookProblem.ADDRESS);
                }
            }
            return addresses[0];
        } catch (UnknownHostException unknown) {
            throw ProblemException.of(WebhookProblem.UNKNOWN_HOST);
        }
    }

    private Future<Integer> post(WebhookUrl url, InetAddress address, byte[] body, Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.secure())
                .setURI(url.path())
                .setFollowRedirects(false)
                .setTimeout(ANSWER_MILLIS);
        headers.forEach(options::putHeader);
        return client.request(options).compose(request -> answered(request, request.send(Buffer.buffer(body))));
    }

    private static Future<Integer> answered(HttpClientRequest request, Future<HttpClientResponse> response) {
        return response.map(HttpClientResponse::statusCode)
                .onComplete(answered -> request.connection().close());
    }
}
