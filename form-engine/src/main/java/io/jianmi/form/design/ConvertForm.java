package io.jianmi.form.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Begins with the records of a form what a version asks that stores fields otherwise: to read them all and tell what would become of them,
 * or to bring them to it.
 *
 * @param fields paths of those fields
 */
record ConvertForm(Step step, ConversionJob job, List<String> fields) implements Command<ConversionJob> {

    /** What begins. */
    enum Step {
        /** Told by the answer itself, so nothing is left but the entry. */
        PREVIEW("form.convert-preview"),
        /** Told by the job. */
        REHEARSE("form.convert-preview"),
        START("form.convert");

        private final String action;

        Step(String action) {
            this.action = action;
        }
    }

    ConvertForm {
        fields = List.copyOf(fields);
    }

    @Override
    public String action() {
        return step.action;
    }

    @Override
    public String target() {
        return "form/" + job.app() + "/" + job.form();
    }

    @Singleton
    static final class Handler implements CommandHandler<ConvertForm, ConversionJob, Boolean> {

        private final InstantSource clock;

        Handler(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public Uni<Boolean> load(ConvertForm command, Actor actor) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Permit authorize(ConvertForm command, Boolean loaded, Actor actor) {
            return Designers.permit(actor);
        }

        @Override
        public Uni<Changes<ConversionJob>> decide(ConvertForm command, Boolean loaded, Actor actor) {
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "version",
                            command.job().version(),
                            "fields",
                            String.join(",", command.fields()),
                            "records",
                            command.job().total()));
            List<Write> writes = command.step() == Step.PREVIEW
                    ? List.of()
                    : List.of(ConversionStore.insert(command.job(), clock.instant()));
            return Uni.createFrom().item(Changes.of(writes, audit, List.of(), command::job));
        }
    }
}
