package io.jianmi.server.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /tasks}, {@code /apps/crm/...}: pages inside the browser's application, so a reload must find it. */
@ApplicationScoped
public class PageRoutes {

    /** No dot (files), nothing of the server's own. */
    private static final String PAGES = "^/(?!api/|q/|schemas/|login|logout)[^.]+$";

    void register(@Observes Router router) {
        router.getWithRegex(PAGES).handler(context -> {
            String accepted = context.request().getHeader("Accept");
            if (accepted != null && accepted.contains("text/html")) {
                context.reroute("/index.html");
            } else {
                context.next();
            }
        });
    }
}
