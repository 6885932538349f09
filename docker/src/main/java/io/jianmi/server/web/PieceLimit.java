package io.jianmi.server.web;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts JSON that comes in pieces and does not say how long it is. The HTTP layer's own limit would end the answer without a body, and
 * the parser would call what it no longer reads malformed.
 */
@Provider
public class PieceLimit implements ReaderInterceptor {

    private final long limit;

    public PieceLimit(@ConfigProperty(name = "jianmi.http.max-json") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!context.getHeaders().containsKey(HttpHeaders.CONTENT_LENGTH)) {
            context.setInputStream(new Counted(context.getInputStream(), limit));
        }
        return context.proceed();
    }

    private static final class Counted extends FilterInputStream {

        private long left;

        Counted(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = super.read(bytes, from, length);
            count(Math.max(some, 0));
            return some;
        }

        /** The parser lets a failure to read pass as it is. */
        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException(ProblemException.of(CommonProblem.TOO_LARGE));
            }
        }
    }
}
