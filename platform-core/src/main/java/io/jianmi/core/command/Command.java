package io.jianmi.core.command;

import io.jianmi.core.idempotency.Idempotency;
import java.util.Optional;

/**
 * One user action as data; a record. {@code R} is what it answers.
 *
 * @param <R> the answer
 */
public interface Command<R> {

    /** Audit action, such as {@code record.create}; refusals are logged under it too. */
    String action();

    /** Audit object, such as {@code record/customer/<id>}. */
    String target();

    /** Version of the policy that decides, such as {@code customer@3}, where the command knows it before anything is loaded. */
    default String policy() {
        return "";
    }

    /** The caller's key for this request, where he gave one; what is made is remembered by it in the same transaction. */
    default Optional<Idempotency.Request> request() {
        return Optional.empty();
    }
}
