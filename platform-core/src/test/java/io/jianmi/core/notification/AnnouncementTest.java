package io.jianmi.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.Announcement.Receiver;
import io.jianmi.core.outbox.OutboxMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AnnouncementTest {

    private static final MemberId SAM = new MemberId("sam");
    private static final MemberId MIA = new MemberId("mia");
    private static final MemberId MAX = new MemberId("max");

    private final Announcement news =
            Announcement.of(NotificationKind.MENTIONED, UUID.randomUUID(), SAM, "customer", UUID.randomUUID());

    @Test
    void nobodyIsToldOfHisOwnActNorTwice() {
        assertThat(news.to(List.of(MIA, SAM, MAX, MIA, MemberId.SYSTEM)).to())
                .containsExactly(new Receiver(MIA, null), new Receiver(MAX, null));
    }

    @Test
    void whatTellsNobodySendsNothing() {
        assertThat(Notifications.messages(List.of(news, news.to(SAM)))).isEmpty();
        assertThat(Notifications.messages(List.of(news.to(SAM), news.to(MIA)))).hasSize(1);
    }

    @Test
    void aMessageCarriesAllOfIt() {
        Announcement full = news.toReceivers(List.of(new Receiver(MIA, UUID.randomUUID()), new Receiver(MAX, null)))
                .outcome("completed")
                .saying(Map.of("zh-CN", "请注意", "en", "Mind"), Set.of("title", "lines.price"));
        OutboxMessage message = Notifications.messages(List.of(full)).get(0);

        assertThat(Announcement.of(Json.parse(Json.write(message.body())))).isEqualTo(full);
        assertThat(message.key()).as("waits for nothing of the record").isEqualTo(full.cause());
    }

    @Test
    void kindsAreFoundByTheirKeys() {
        for (NotificationKind kind : NotificationKind.values()) {
            assertThat(NotificationKind.of(kind.key())).contains(kind);
        }
        assertThat(NotificationKind.of("unheard-of")).isEmpty();
    }
}
