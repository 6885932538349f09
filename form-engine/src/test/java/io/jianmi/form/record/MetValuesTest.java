package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a rehearsal remembers of unique values. */
class MetValuesTest {

    private static final int MANY = 50_000;
    private static final UUID RECORD = new UUID(0, 1);

    private final MetValues met = new MetValues();

    @Test
    void aValueIsTakenFromItsSecondTimeOn() {
        for (int i = 0; i < MANY; i++) {
            assertThat(met.by(RECORD, "amount", mark(i))).isFalse();
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(met.by(RECORD, "amount", mark(i))).isTrue();
        }
        assertThat(met.by(RECORD, "amount", mark(MANY))).isFalse();
    }

    @Test
    void fieldsDoNotShareTheirValues() {
        assertThat(met.by(RECORD, "amount", mark(1))).isFalse();
        assertThat(met.by(RECORD, "price", mark(1))).isFalse();
    }

    private static byte[] mark(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
