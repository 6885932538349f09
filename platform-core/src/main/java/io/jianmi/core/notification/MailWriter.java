package io.jianmi.core.notification;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.notification.RecordLines.Line;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Notifications as mails, under the receiver's access as it is now. */
@Singleton
final class MailWriter {

    private static final Line NO_LINE = new Line("", "", "");

    private final NotificationPages pages;
    private final MailSettings settings;

    MailWriter(NotificationPages pages, MailSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    /**
     * Empty where he may not know of the record any more, or it is gone. Who is to decide on an approval need not see its record: his
     * mail names no form then, and a rights request has none.
     */
    Uni<Optional<MailText>> write(Actor reader, Notification news, String locale) {
        String language = MailText.language(locale);
        return pages.lines(reader, List.of(news), language)
                .chain(lines -> pages.tellable(reader, List.of(news), true)
                        .map(tellable -> Optional.ofNullable(lines.get(news.record()))
                                .or(() -> Optional.ofNullable(news.approval()).map(approval -> NO_LINE))
                                .or(() -> Optional.ofNullable(news.request()).map(request -> NO_LINE))
                                .map(line -> text(reader, NotificationPages.told(news, tellable), line, language))));
    }

    private MailText text(Actor reader, Notification news, Line line, String language) {
        return MailText.of(
                language,
                news.kind(),
                Optional.ofNullable(news.outcome()),
                said(news, language),
                line.formTitle(),
                link(reader, news, line));
    }

    private static Optional<String> said(Notification news, String language) {
        return Optional.ofNullable(news.text())
                .map(text -> text.path(language)
                        .asText(text.path(text.fieldNames().next()).asText()));
    }

    private String link(Actor reader, Notification news, Line line) {
        String tenant = settings.pages() + "/t/" + reader.tenant().value();
        if (news.approval() != null) {
            return tenant + "/approvals/" + news.approval();
        }
        if (news.request() != null) {
            return tenant + "/privacy/requests/" + news.request();
        }
        return news.task() == null
                ? tenant + "/apps/" + line.app() + "/forms/" + news.form() + "/records/" + news.record()
                : tenant + "/tasks/" + news.task();
    }
}
