package io.jianmi.core.problem.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import io.jianmi.core.store.Away;
import io.jianmi.core.time.Ids;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem. The one place that logs a failure with its stack. */
@Singleton
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int DEPTH = 8;

    /** He is signed in, and is to prove it anew (RFC 9470, 3). */
    private static final String STEP_UP = "Bearer error=\"insufficient_user_authentication\", acr_values=\"mfa\"";

    /** Parameter of a problem that passes by itself: in how many seconds. */
    private static final String RETRY_AFTER = "retryAfter";

    private static final Map<Integer, ProblemType> BY_STATUS = Map.of(
            400, CommonProblem.MALFORMED_JSON,
            401, CommonProblem.UNAUTHENTICATED,
            403, CommonProblem.FORBIDDEN,
            404, CommonProblem.NOT_FOUND,
            405, CommonProblem.METHOD_NOT_ALLOWED,
            406, CommonProblem.NOT_ACCEPTABLE,
            413, CommonProblem.TOO_LARGE,
            415, CommonProblem.UNSUPPORTED_MEDIA_TYPE);

    private final Ids ids;
    private final RequestIds requests;

    ProblemMappers(Ids ids, RequestIds requests) {
        this.ids = ids;
        this.requests = requests;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException problem) {
        return problem.type().status() >= 500 && problem.type() == CommonProblem.INTERNAL
                ? internal(problem)
                : response(problem);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException failure) {
        return response(JsonFailures.problem(failure));
    }

    /** JSON of the wrong shape, for which the HTTP layer would say only a number. */
    @ServerExceptionMapper
    public Response shape(MismatchedInputException failure) {
        return response(JsonFailures.problem(failure));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException failure) {
        return response(ProblemException.of(CommonProblem.UNAUTHENTICATED));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return response(ProblemException.of(CommonProblem.FORBIDDEN));
    }

    /** JAX-RS' own refusals; a redirect or another finished answer passes unchanged. */
    @ServerExceptionMapper
    public Response jaxRs(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        ProblemType type = BY_STATUS.get(status);
        return type == null ? internal(failure) : response(ProblemException.of(type));
    }

    @ServerExceptionMapper
    public Response anything(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++, cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem(problem);
            }
        }
        if (Away.says(failure)) {
            // Everybody gets this until it is back: a line each, not a stack each.
            LOG.warnf("unavailable: %s", failure.getClass().getName());
            return response(ProblemException.of(CommonProblem.UNAVAILABLE));
        }
        return internal(failure);
    }

    private Response internal(Throwable failure) {
        String traceId = ids.next().toString();
        LOG.errorf(failure, "internal: %s", traceId);
        return Response.status(500)
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.internal(traceId))
                .build();
    }

    private Response response(ProblemException problem) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemBody.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemBody.of(problem, requests.current()));
        Object pause = problem.params().get(RETRY_AFTER);
        if (pause != null) {
            response.header(HttpHeaders.RETRY_AFTER, pause);
        }
        if (problem.type() == CommonProblem.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        } else if (problem.type().status() == CommonProblem.UNAUTHENTICATED.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, STEP_UP);
        }
        return response.build();
    }
}
