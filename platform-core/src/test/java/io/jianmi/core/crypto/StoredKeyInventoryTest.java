package io.jianmi.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.crypto.KeysetStore.Standing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredKeyInventoryTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void theNewestVersionWritesAndTheFirstSaysSinceWhen() {
        assertThat(StoredKeyInventory.entries(List.of(
                        new Standing(KeyPurpose.AUDIT_SIGNING, 1, FIRST),
                        new Standing(KeyPurpose.KEK_S3, 2, LATER),
                        new Standing(KeyPurpose.KEK_S3, 1, FIRST))))
                .containsExactly(
                        new KeyInventory.Entry("kek-S3", "XAES-256-GCM", 2, FIRST, LATER),
                        new KeyInventory.Entry("audit-signing", "Ed25519", 1, FIRST, FIRST));
    }
}
