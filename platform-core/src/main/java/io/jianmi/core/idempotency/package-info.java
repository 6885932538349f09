/**
 * A POST that creates, sent twice because its answer was lost, makes one thing. The key that its sender gives it is written in the
 * transaction that makes the thing: a command says it in {@code Command.request()}, and the pipelines write it. May import identity,
 * crypto, json, problem, store and housekeeping.
 */
@NullMarked
package io.jianmi.core.idempotency;

import org.jspecify.annotations.NullMarked;
