package io.jianmi.core.command;

import io.jianmi.core.audit.AuditDraft;
import java.util.function.Supplier;

/**
 * What a platform command leaves besides its changed entities.
 *
 * @param audit the entry, appended in the same transaction
 * @param answer built after the commit
 */
public record PlatformChanges<R>(AuditDraft audit, Supplier<R> answer) {}
