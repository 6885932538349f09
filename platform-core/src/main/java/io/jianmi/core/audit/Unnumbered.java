package io.jianmi.core.audit;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the sequencer reads of a pending entry; payload and salt move inside the database. */
record Unnumbered(
        UUID id,
        OffsetDateTime at,
        String actor,
        String action,
        String object,
        boolean allowed,
        String context,
        @Nullable String commitment) {}
