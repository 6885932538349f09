package io.jianmi.server.boot;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.Readiness;

/**
 * What somebody sees who signs in while the server still starts, on a first start for about a minute: nobody can be sent to a
 * sign-in that does not answer yet. The page asks again by itself and so becomes the sign-in.
 */
@ApplicationScoped
public class StartingPage {

    /** Ahead of the authentication, which would ask the sign-in first. */
    private static final int FIRST = -1_000;

    private static final int SERVICE_UNAVAILABLE = 503;
    private static final String SECONDS = "2";
    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="refresh" content="%s">
            <title>简密 Jianmi</title>
            <style>body{font:16px/1.6 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;text-align:center}</style>
            </head>
            <body>
            <main role="status">
            <h1>简密正在启动</h1>
            <p>登录服务准备好后，本页会自动进入登录。首次启动约需一分钟。</p>
            <p lang="en">Jianmi is starting. This page goes on to the sign-in by itself; a first start takes about a minute.</p>
            </main>
            </body>
            </html>
            """.formatted(SECONDS);

    private final Started started;

    StartingPage(@Readiness Started started) {
        this.started = started;
    }

    void register(@Observes Router router) {
        router.route("/login*").order(FIRST).handler(this::orSignIn);
    }

    private void orSignIn(RoutingContext context) {
        if (started.isOver()) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(SERVICE_UNAVAILABLE)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Retry-After", SECONDS)
                .end(PAGE);
    }
}
