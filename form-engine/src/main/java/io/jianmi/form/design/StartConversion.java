package io.jianmi.form.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Begins to bring a form's records to a version that stores fields otherwise. */
record StartConversion(ConversionJob job, List<String> fields) implements Command<ConversionJob> {

    @Override
    public String action() {
        return "form.convert";
    }

    @Override
    public String target() {
        return "form/" + job.app() + "/" + job.form();
    }

    @Singleton
    static final class Handler implements CommandHandler<StartConversion, ConversionJob, Boolean> {

        private final InstantSource clock;

        Handler(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public Uni<Boolean> load(StartConversion command, Actor actor) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Permit authorize(StartConversion command, Boolean loaded, Actor actor) {
            return Designers.permit(actor);
        }

        @Override
        public Uni<Changes<ConversionJob>> decide(StartConversion command, Boolean loaded, Actor actor) {
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of("version", command.job().version(), "fields", String.join(",", command.fields())));
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(ConversionStore.insert(command.job(), clock.instant())),
                            audit,
                            List.of(),
                            command::job));
        }
    }
}
