package io.jianmi.core.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.RecordLines.Line;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody's list as he may see it at this moment. */
@Singleton
final class NotificationPages {

    private final NotificationStore store;
    private final RecordLines lines;
    private final TaskPages tasks;
    private final OrgDirectory directory;

    NotificationPages(NotificationStore store, RecordLines lines, TaskPages tasks, OrgDirectory directory) {
        this.store = store;
        this.lines = lines;
        this.tasks = tasks;
        this.directory = directory;
    }

    /** @param next cursor of the next page, null on the last */
    record Page(List<ObjectNode> items, @Nullable String next) {}

    Uni<Page> page(Actor reader, boolean unread, Optional<UUID> after, int limit, String language) {
        return store.page(reader, unread, after, limit + 1).chain(found -> {
            List<Notification> shown = found.size() > limit ? found.subList(0, limit) : found;
            String next =
                    found.size() > limit ? shown.get(shown.size() - 1).id().toString() : null;
            Org org = directory.of(reader.tenant());
            return Uni.combine()
                    .all()
                    .unis(lines(reader, shown, language), tasks(reader, shown), tellable(reader, shown, false))
                    .asTuple()
                    .map(all -> new Page(
                            shown.stream()
                                    .map(one -> item(
                                            told(one, all.getItem3()),
                                            Optional.ofNullable(all.getItem1().get(one.record())),
                                            all.getItem2(),
                                            org))
                                    .toList(),
                            next));
        });
    }

    /** A text that was computed of what the reader does not read is not told him; the kind still is. */
    static Notification told(Notification one, Map<UUID, Set<String>> tellable) {
        return tellable.getOrDefault(one.record(), Set.of()).containsAll(one.reads()) ? one : one.withoutText();
    }

    /** What may be told of the records whose values some texts were computed of; nothing is asked where all are fixed. */
    Uni<Map<UUID, Set<String>>> tellable(Actor reader, Collection<Notification> shown, boolean leaving) {
        return byForm(
                shown.stream().filter(one -> !one.reads().isEmpty()).toList(),
                (form, records) -> lines.tellable(reader, form, records, leaving));
    }

    /** What the records are called, one statement for each form. */
    Uni<Map<UUID, Line>> lines(Actor reader, Collection<Notification> shown, String language) {
        return byForm(shown, (form, records) -> lines.of(reader, form, records, language));
    }

    private static <T> Uni<Map<UUID, T>> byForm(
            Collection<Notification> shown, BiFunction<String, Set<UUID>, Uni<Map<UUID, T>>> ask) {
        Map<String, Set<UUID>> byForm = shown.stream()
                .collect(Collectors.groupingBy(
                        Notification::form, Collectors.mapping(Notification::record, Collectors.toSet())));
        Map<UUID, T> all = new HashMap<>();
        return Multi.createFrom()
                .iterable(byForm.entrySet())
                .onItem()
                .transformToUniAndConcatenate(form -> ask.apply(form.getKey(), form.getValue()))
                .invoke(all::putAll)
                .collect()
                .last()
                .replaceWith(all);
    }

    private Uni<Set<UUID>> tasks(Actor reader, List<Notification> shown) {
        Set<UUID> wanted =
                shown.stream().map(Notification::task).filter(Objects::nonNull).collect(Collectors.toSet());
        return wanted.isEmpty() ? Uni.createFrom().item(Set.of()) : tasks.of(reader, wanted);
    }

    /** Of what is out of his sight, or gone, he is told that there was something of this kind, and no more: approvals and rights requests have pages that decide for themselves. */
    private static ObjectNode item(Notification one, Optional<Line> line, Set<UUID> tasks, Org org) {
        ObjectNode item = Json.NODES
                .objectNode()
                .put("id", one.id().toString())
                .put("kind", one.kind())
                .put("at", one.at().toString())
                .put("readAt", one.readAt() == null ? null : one.readAt().toString())
                .put("approval", one.approval() == null ? null : String.valueOf(one.approval()))
                .put("request", one.request() == null ? null : String.valueOf(one.request()));
        if (line.isEmpty()) {
            return item.putNull("record")
                    .putNull("task")
                    .putNull("by")
                    .putNull("outcome")
                    .putNull("text");
        }
        item.putObject("record")
                .put("app", line.get().app())
                .put("form", one.form())
                .put("formTitle", line.get().formTitle())
                .put("id", one.record().toString())
                .put("title", line.get().title());
        boolean open = one.task() != null && tasks.contains(one.task());
        item.put("task", open ? String.valueOf(one.task()) : null);
        if (one.actor().equals(MemberId.SYSTEM)) {
            item.putNull("by");
        } else {
            String id = one.actor().value();
            item.putObject("by").put("id", id).put("name", org.nameOf(id));
        }
        item.put("outcome", one.outcome());
        return item.set("text", one.text());
    }
}
