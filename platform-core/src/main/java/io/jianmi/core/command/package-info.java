/**
 * Every change is a command run by one pipeline: load the target inside the tenant, authorise, decide, write and append
 * the audit entry in one transaction, hand follow-ups to the outbox.
 *
 * <p>Handlers are read-then-decide: they never hold a transaction. What they return is the complete list of guarded
 * writes, which {@link io.jianmi.core.store.TenantWriter} commits in one round trip. Forgetting the check or the audit
 * entry does not compile: see {@link io.jianmi.core.command.CommandHandler} and {@link
 * io.jianmi.core.command.Changes}.
 */
@NullMarked
package io.jianmi.core.command;

import org.jspecify.annotations.NullMarked;
