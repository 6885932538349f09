package io.jianmi.bench.load;

import org.jspecify.annotations.Nullable;

/** One keep-alive connection's behaviour: a request, its answer, the next request. Called on the load thread only. */
@FunctionalInterface
public interface VirtualUser {

    /**
     * The request that follows.
     *
     * @param answer the answer to the last request; null before the first one. Valid during this call only.
     * @return a whole HTTP/1.1 request, or null when this user has nothing more to do
     */
    byte @Nullable [] next(@Nullable Answer answer);
}
