package io.jianmi.form.exchange;

import io.jianmi.core.command.Command;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledForm;
import java.util.List;
import java.util.UUID;

/** Makes the real run out of a rehearsal, or takes an import back. */
record ContinueImport(CompiledForm form, Job job, Step step) implements Command<UUID> {

    enum Step {
        RUN("record.import-run") {
            @Override
            List<Write> writes(Job job) {
                return JobStore.runInEarnest(job);
            }
        },
        UNDO("record.import-undo") {
            @Override
            List<Write> writes(Job job) {
                return List.of(JobStore.undo(job));
            }
        };

        private final String action;

        Step(String action) {
            this.action = action;
        }

        /** The first of them is refused where the job does not stand so. */
        abstract List<Write> writes(Job job);
    }

    @Override
    public String action() {
        return step.action;
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
