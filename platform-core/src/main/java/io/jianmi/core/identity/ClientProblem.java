package io.jianmi.core.identity;

import io.jianmi.core.problem.ProblemType;

/** Problems of API clients. */
public enum ClientProblem implements ProblemType {
    INVALID("api-client.invalid", 422, "The API client has errors. Each finding says where and why."),
    NOT_FOUND("api-client.not-found", 404, "There is no such API client."),
    STALE("api-client.stale-version", 412, "Somebody changed the API client since you read it. Load it again."),
    OVER("api-client.over", 409, "The API client has ended. Make a new one."),
    REFUSED("api-client.refused", 403, "API clients read and write records, and nothing more."),
    TOO_FAST("api-client.too-fast", 429, "The API client asks too often. Wait as long as Retry-After says.");

    private final Description description;

    ClientProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
