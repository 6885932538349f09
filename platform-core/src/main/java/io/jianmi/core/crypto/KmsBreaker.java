package io.jianmi.core.crypto;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fails at once for a moment after a key service did not answer: worker threads must not queue up behind its timeouts.
 */
final class KmsBreaker implements Kms {

    private static final long PAUSE_MILLIS = Duration.ofSeconds(2).toMillis();

    private final Kms kms;
    private final InstantSource clock;
    private volatile @Nullable Outage outage;

    private record Outage(long until, String message) {}

    KmsBreaker(Kms kms, InstantSource clock) {
        this.kms = kms;
        this.clock = clock;
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associatedData) {
        return guarded(() -> kms.wrap(key, associatedData));
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) {
        return guarded(() -> kms.unwrap(wrapped, associatedData));
    }

    private byte[] guarded(Supplier<byte[]> call) {
        Outage last = outage;
        if (last != null && clock.millis() < last.until()) {
            throw KmsException.unavailable(last.message());
        }
        try {
            byte[] answer = call.get();
            outage = null;
            return answer;
        } catch (KmsException failure) {
            if (failure.unavailable()) {
                outage = new Outage(clock.millis() + PAUSE_MILLIS, String.valueOf(failure.getMessage()));
            }
            throw failure;
        }
    }
}
