package io.jianmi.form.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has a form stay on the version that counts while its records are being brought to the next. Whoever works on that takes back what was
 * begun: no two may be at the form's table at once.
 */
record CancelConversion(String app, String form) implements Command<ConversionJob> {

    @Override
    public String action() {
        return "form.convert-cancel";
    }

    @Override
    public String target() {
        return "form/" + app + "/" + form;
    }

    @Singleton
    static final class Handler implements CommandHandler<CancelConversion, ConversionJob, Optional<ConversionJob>> {

        private final ConversionStore store;

        Handler(ConversionStore store) {
            this.store = store;
        }

        @Override
        public Uni<Optional<ConversionJob>> load(CancelConversion command, Actor actor) {
            return store.find(actor.tenant(), command.form())
                    .map(found -> found.filter(job -> job.app().equals(command.app())));
        }

        @Override
        public Permit authorize(CancelConversion command, Optional<ConversionJob> loaded, Actor actor) {
            return Designers.permit(actor);
        }

        @Override
        public Uni<Changes<ConversionJob>> decide(
                CancelConversion command, Optional<ConversionJob> loaded, Actor actor) {
            ConversionJob job = loaded.orElseThrow(() -> ProblemException.of(DesignProblem.CONVERSION_NONE));
            if (job.phase().counts()) {
                throw ProblemException.of(DesignProblem.CONVERSION_COUNTS);
            }
            if (job.phase().over()) {
                throw ProblemException.of(DesignProblem.CONVERSION_NONE);
            }
            AuditDraft audit = AuditDraft.of(command.action(), command.target()).with(Map.of("version", job.version()));
            return Uni.createFrom().item(Changes.of(List.of(ConversionStore.cancel(job)), audit, List.of(), () -> job));
        }

        /** The version may come to count at that very moment. */
        @Override
        public int tries() {
            return 2;
        }
    }
}
