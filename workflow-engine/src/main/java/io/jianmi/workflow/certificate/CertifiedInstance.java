package io.jianmi.workflow.certificate;

import io.jianmi.workflow.instance.Instance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instance that a certificate tells of.
 *
 * @param status as answers have it
 * @param endedAt null while it runs
 */
record CertifiedInstance(
        Instance instance,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt) {}
