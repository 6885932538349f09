package io.jianmi.core.audit;

import io.jianmi.core.audit.tree.Hash;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log with its number.
 *
 * @param leaf its index in the tree
 * @param canonical the exact hashed text
 * @param salt of the payload's commitment, null without payload and once the subject is erased
 * @param payload ciphertext, null like the salt
 */
public record LoggedEntry(
        long leaf,
        UUID id,
        String canonical,
        Hash leafHash,
        OffsetDateTime at,
        String actor,
        String action,
        String target,
        boolean allowed,
        byte @Nullable [] salt,
        byte @Nullable [] payload,
        @Nullable UUID subject) {}
