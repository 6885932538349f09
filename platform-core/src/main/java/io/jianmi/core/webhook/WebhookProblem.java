package io.jianmi.core.webhook;

import io.jianmi.core.problem.ProblemType;

/** Problems of deliveries; as codes they stand in the log of deliveries too. */
public enum WebhookProblem implements ProblemType {
    NOT_FOUND("webhook.not-found", 404, "There is no such delivery, or none that you may know of."),
    STILL_WAITING("webhook.still-waiting", 409, "This delivery is still being tried."),
    ADDRESS("webhook.address-refused", 409, "The address is none that this server may reach."),
    UNKNOWN_HOST("webhook.host-unknown", 502, "The host has no address."),
    UNREACHABLE("webhook.unreachable", 502, "The receiver could not be reached, or answered too late."),
    TOO_LARGE("webhook.too-large", 409, "The message is too large to be sent.");

    private final Description description;

    WebhookProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
