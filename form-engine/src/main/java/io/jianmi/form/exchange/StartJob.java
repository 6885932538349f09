package io.jianmi.form.exchange;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.form.compile.CompiledForm;
import java.util.Optional;

/**
 * Makes a job.
 *
 * @param format of the file, for the entry
 * @param request the caller's key for this request
 */
record StartJob(CompiledForm form, Job job, String format, Optional<Idempotency.Request> request)
        implements Command<Job> {

    @Override
    public String action() {
        return "record." + job.kind().key();
    }

    @Override
    public String target() {
        return "form/" + form.key();
    }

    @Override
    public String policy() {
        return form.policy();
    }

    /** The entry of somebody who asks for a job of this kind, or about one. */
    static AuditDraft entry(CompiledForm form, Job.Kind kind) {
        return AuditDraft.of("record." + kind.key(), "form/" + form.key()).under(form.policy());
    }
}
