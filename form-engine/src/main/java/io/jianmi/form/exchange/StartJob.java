package io.jianmi.form.exchange;

import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;

/**
 * Makes a job.
 *
 * @param format of the file, for the entry
 */
record StartJob(CompiledForm form, Job job, String format) implements Command<Job> {

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
}
