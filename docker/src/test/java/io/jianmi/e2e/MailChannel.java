package io.jianmi.e2e;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.e2e.Channel.Rule;
import io.jianmi.e2e.Channel.Told;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Mails of what workflows tell, each computed of one field of a record: what a mail server receives, held against the reference model. */
final class MailChannel {

    /** Of each level that can be told; their states differ from group to group. */
    private static final List<String> FIELDS =
            List.of("public0", "public3", "internal1", "internal2", "internal3", "personal3");

    private static final List<String> PEOPLE =
            List.of("sam", "sue", "mia", "dina", "rick", "fay", "paul", "admin", "nora");

    private static final Channel CHANNEL = new Channel("mail", Rule.MAILS, (api, who, what) -> Map.of());

    private final Api api;
    private final GreenMail mails;

    MailChannel(Api api, GreenMail mails) {
        this.api = api;
        this.mails = mails;
    }

    /** What is wrong with the mails that everybody is sent of the record. */
    List<String> wrong(Exhibit what) throws Exception {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            for (String who : PEOPLE) {
                String me = api.get(who, "/api/v1/me")
                        .orFail("who I am")
                        .body()
                        .path("id")
                        .asText();
                for (String field : FIELDS) {
                    UUID id = UUID.randomUUID();
                    ToldTexts.tell(sql, id, me, what, field);
                    sql.run("insert into t_demo.notification_mail (notification, next_at) values (?, now())", id);
                }
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            sql.number("select count(*) from t_demo.notification_mail where dead_at is null") == 0);
            sql.run("delete from t_demo.notification where record = ?::uuid", what.id());
        }
        List<String> wrong = new ArrayList<>();
        Map<String, String> received = received();
        for (String who : PEOPLE) {
            Judge judge = new Judge(what, who);
            String text = received.getOrDefault(who + "@demo.example", "");
            for (String field : FIELDS) {
                boolean found = what.traces(field).stream().anyMatch(text::contains);
                judge.complaint(CHANNEL, field, new Told(text, Optional.empty(), "", found))
                        .ifPresent(complaint -> wrong.add(who + " " + field + ": " + complaint));
            }
        }
        return wrong;
    }

    /** All that somebody was sent, by address. */
    private Map<String, String> received() throws Exception {
        Map<String, String> received = new LinkedHashMap<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            String to = mail.getRecipients(Message.RecipientType.TO)[0].toString();
            received.merge(to, mail.getSubject() + "\n" + mail.getContent() + "\n", String::concat);
        }
        return received;
    }
}
