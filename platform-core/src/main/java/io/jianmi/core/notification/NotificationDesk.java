package io.jianmi.core.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.NotificationStore.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What one can do with one's notifications. */
@Singleton
final class NotificationDesk {

    private final CommandPipeline pipeline;
    private final ReadNotificationsHandler reading;
    private final ChoosePreferences.Handler choosing;
    private final NotificationPages pages;
    private final NotificationStore store;
    private final PreferenceStore preferences;
    private final Mails mails;

    NotificationDesk(
            CommandPipeline pipeline,
            ReadNotificationsHandler reading,
            ChoosePreferences.Handler choosing,
            NotificationPages pages,
            NotificationStore store,
            PreferenceStore preferences,
            Mails mails) {
        this.pipeline = pipeline;
        this.reading = reading;
        this.choosing = choosing;
        this.pages = pages;
        this.store = store;
        this.preferences = preferences;
        this.mails = mails;
    }

    Uni<NotificationPages.Page> page(Actor actor, boolean unread, Optional<UUID> after, int limit, String language) {
        return pages.page(actor, unread, after, limit, language);
    }

    /** {@code {"unread"}}: a hundred stands for more. */
    Uni<ObjectNode> unread(Actor actor) {
        String me = actor.id().value();
        return store.standing(actor.tenant(), Set.of(me))
                .map(standing ->
                        standing.getOrDefault(me, new Standing(0, null)).unread())
                .map(unread -> Json.NODES.objectNode().put("unread", unread));
    }

    /** @param one empty: all */
    Uni<ObjectNode> read(Actor actor, Optional<UUID> one) {
        return pipeline.run(reading, new ReadNotifications(one), actor).chain(done -> unread(actor));
    }

    Uni<ObjectNode> preferences(Actor actor) {
        return preferences.of(actor).map(his -> his.json(mails.configured()));
    }

    Uni<ObjectNode> choose(Actor actor, JsonNode body) {
        return pipeline.run(choosing, new ChoosePreferences(body), actor)
                .map(chosen -> chosen.json(mails.configured()));
    }
}
