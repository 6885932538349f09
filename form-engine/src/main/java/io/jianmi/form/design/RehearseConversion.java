package io.jianmi.form.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Reads fields of all records of a form to tell what a conversion would do; leaves nothing but that it was done. */
record RehearseConversion(String app, String form, int version, List<String> fields, long records)
        implements Command<Long> {

    @Override
    public String action() {
        return "form.convert-preview";
    }

    @Override
    public String target() {
        return "form/" + app + "/" + form;
    }

    @Singleton
    static final class Handler implements CommandHandler<RehearseConversion, Long, Boolean> {

        @Override
        public Uni<Boolean> load(RehearseConversion command, Actor actor) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Permit authorize(RehearseConversion command, Boolean loaded, Actor actor) {
            return Designers.permit(actor);
        }

        @Override
        public Uni<Changes<Long>> decide(RehearseConversion command, Boolean loaded, Actor actor) {
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "version",
                            command.version(),
                            "fields",
                            String.join(",", command.fields()),
                            "records",
                            command.records()));
            return Uni.createFrom().item(Changes.of(List.of(), audit, List.of(), command::records));
        }
    }
}
