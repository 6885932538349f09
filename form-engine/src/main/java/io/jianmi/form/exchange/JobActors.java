package io.jianmi.form.exchange;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** In whose name a job runs, as he stands now, and on which form, as it is published now. For worker threads. */
@Singleton
final class JobActors {

    private final OrgDirectory directory;
    private final CompiledForms forms;

    JobActors(OrgDirectory directory, CompiledForms forms) {
        this.directory = directory;
        this.forms = forms;
    }

    /** Who has left the tenant does nothing in it any more. */
    Actor of(Job job) {
        return directory
                .of(job.tenant())
                .actor(new MemberId(job.actor()))
                .orElseThrow(() -> ProblemException.of(CommonProblem.FORBIDDEN));
    }

    /** What becomes of the newest version of the job's form, also when one is published meanwhile. */
    <T> T with(Job job, Function<CompiledForm, Uni<? extends T>> work) {
        return Waiting.on(forms.<T>using(job.tenant(), job.app(), job.form(), work));
    }

    /** There is a newer version of the job's form than the one at hand. */
    void newVersion(Job job) {
        forms.changed(job.tenant(), job.form());
    }

    CompiledForm form(Job job) {
        return Waiting.on(forms.inApp(job.tenant(), job.app(), job.form()));
    }
}
