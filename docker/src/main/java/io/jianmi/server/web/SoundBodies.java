package io.jianmi.server.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.SoundText;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses JSON with what is no {@linkplain SoundText text}, whoever reads it: it is malformed, not wrong in a field. */
@Provider
public class SoundBodies implements ReaderInterceptor {

    private final ObjectMapper mapper;

    public SoundBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body != null
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())
                && !SoundText.everywhere(Json.tree(mapper, body))) {
            throw ProblemException.of(CommonProblem.MALFORMED_JSON);
        }
        return body;
    }
}
