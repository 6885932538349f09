package io.jianmi.core.problem;

/** Problems that belong to no single domain: transport, body, identity, internal failure. */
public enum CommonProblem implements ProblemType {
    MALFORMED_JSON("request.malformed-json", 400, "The body is not the JSON this call expects."),
    DUPLICATE_KEY("request.duplicate-key", 400, "An object in the body names the same key twice."),
    TOO_DEEP("request.too-deep", 400, "The body is nested too deeply."),
    TOO_LARGE("request.too-large", 413, "The body is larger than this call accepts."),
    NOT_ACCEPTABLE("request.not-acceptable", 406, "This call answers application/json."),
    UNSUPPORTED_MEDIA_TYPE("request.unsupported-media-type", 415, "Send the body as application/json."),
    METHOD_NOT_ALLOWED("request.method-not-allowed", 405, "This address does not take that method."),
    INVALID_PARAMETER("request.invalid-parameter", 400, "A parameter has a value this call does not accept."),
    PRECONDITION_REQUIRED("request.precondition-required", 428, "Send If-Match with the version you have read."),
    CSRF("request.csrf", 403, "Browser sessions must send the X-Requested-With header."),
    NOT_FOUND("request.not-found", 404, "There is nothing here, or nothing that you may know of."),
    UNAUTHENTICATED("identity.unauthenticated", 401, "Sign in, or send a valid bearer token."),
    FORBIDDEN("identity.forbidden", 403, "You may not do this."),
    LIMIT_REACHED("request.limit-reached", 429, "The limit is reached. Try again later."),
    CONFLICT("request.conflict", 409, "Something else changed at the same time. Try again."),
    IDEMPOTENCY_MISMATCH("request.idempotency-mismatch", 409, "This Idempotency-Key was used for another request."),
    UNAVAILABLE("system.unavailable", 503, "A part of the system is not ready. Try again shortly."),
    INTERNAL("internal", 500, "Something failed on our side. The trace id finds it in the log.");

    private final Description description;

    CommonProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
