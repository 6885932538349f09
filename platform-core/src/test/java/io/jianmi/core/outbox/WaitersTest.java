package io.jianmi.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitersTest {

    private static final UUID KEY = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final Waiters waiters = new Waiters();

    @Test
    void allWhoWaitForAKeyThatIsDoneGoOn() {
        CompletableFuture<Boolean> one = waiters.join(KEY);
        CompletableFuture<Boolean> two = waiters.join(KEY);
        CompletableFuture<Boolean> other = waiters.join(OTHER);

        waiters.of(Set.of(KEY)).release(Set.of());

        assertThat(one).isCompletedWithValue(true);
        assertThat(two).isCompletedWithValue(true);
        assertThat(other).isNotDone();
    }

    @Test
    void aKeyOfWhichThereIsMoreIsWaitedForStill() {
        CompletableFuture<Boolean> more = waiters.join(KEY);
        CompletableFuture<Boolean> done = waiters.join(OTHER);

        waiters.of(Set.of(KEY, OTHER)).release(Set.of(KEY));

        assertThat(more).isNotDone();
        assertThat(done).isCompletedWithValue(true);
    }

    /** His message may have come after the look. */
    @Test
    void whoComesAfterTheMomentWaitsForTheNext() {
        Waiters.Group before = waiters.of(Set.of(KEY));
        CompletableFuture<Boolean> late = waiters.join(KEY);

        before.release(Set.of());

        assertThat(late).isNotDone();
    }

    @Test
    void whoHasLeftIsForgotten() {
        CompletableFuture<Boolean> impatient = waiters.join(KEY);
        waiters.leave(KEY, impatient);

        assertThat(waiters.of(Set.of(KEY)).keys()).isEmpty();
    }
}
