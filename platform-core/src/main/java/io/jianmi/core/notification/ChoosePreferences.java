package io.jianmi.core.notification;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.Collectors;

/**
 * Says by which ways one wants to be told of which kinds.
 *
 * @param body as sent
 */
record ChoosePreferences(JsonNode body) implements Command<Preferences> {

    @Override
    public String action() {
        return "notification.choose";
    }

    @Override
    public String target() {
        return "notification/preferences";
    }

    @Singleton
    static final class Handler implements CommandHandler<ChoosePreferences, Preferences, Preferences> {

        private static final String POLICY = "platform";

        private final PreferenceStore store;

        Handler(PreferenceStore store) {
            this.store = store;
        }

        @Override
        public Uni<Preferences> load(ChoosePreferences command, Actor actor) {
            return store.of(actor);
        }

        @Override
        public Permit authorize(ChoosePreferences command, Preferences before, Actor actor) {
            return Permit.allow(POLICY);
        }

        @Override
        public Uni<Changes<Preferences>> decide(ChoosePreferences command, Preferences before, Actor actor) {
            Preferences chosen = Preferences.read(command.body());
            AuditDraft entry = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "kinds",
                            chosen.choices().keySet().stream()
                                    .map(NotificationKind::key)
                                    .sorted()
                                    .collect(Collectors.joining(","))));
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(PreferenceStore.put(actor, chosen)), entry, List.of(), () -> chosen.over(before)));
        }
    }
}
