package io.jianmi.form.rights;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.Outbox;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.jianmi.core.testing.SilentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RequestChoreTest {

    private static final Instant START = Instant.parse("2026-02-01T12:00:00Z");

    private Instant now = START;
    private final ScratchTenant scratch = new ScratchTenant("rightschore", 3);
    private final TenantKey tenant = scratch.key();
    private final RequestChore chore = new RequestChore(new Desk(tenant), new Outbox(new SilentEvent<>()), () -> now);

    @BeforeEach
    void tables() {
        RequestTables.create(scratch);
        scratch.execute("create table " + tenant.schema() + ".outbox (topic text, key uuid, body text)");
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    @Test
    void theDeskIsToldOnceThatATermComesAndOnceThatItIsOver() {
        request("PIPL", "2026-02-16T12:00:00Z", "null");
        assertThat(ran()).as("fifteen days are left").isEmpty();

        now = Instant.parse("2026-02-13T12:00:01Z");
        assertThat(ran()).containsExactly("request-due paul,pia");
        assertThat(ran()).as("once").isEmpty();

        now = Instant.parse("2026-02-16T12:00:01Z");
        assertThat(ran()).containsExactly("request-overdue paul,pia");
        assertThat(ran()).isEmpty();
    }

    @Test
    void eachLawWarnsAsLongBeforeAsItsTermsSay() {
        request("GDPR", "2026-02-08T11:00:00Z", "null");
        request("PIPL", "2026-02-08T11:00:00Z", "null");
        assertThat(ran()).hasSize(1);
        now = Instant.parse("2026-02-06T12:00:00Z");
        assertThat(ran()).hasSize(1);
    }

    @Test
    void whoAnswersForItIsToldAloneUntilItIsLate() {
        request("PIPL", "2026-02-03T12:00:00Z", "'pia'");
        assertThat(ran()).containsExactly("request-due pia");
        now = Instant.parse("2026-02-04T12:00:00Z");
        assertThat(ran()).containsExactly("request-overdue paul,pia");
    }

    @Test
    void whatIsPutOffIsWarnedOfAnewAndWhatIsClosedNever() {
        request("PIPL", "2026-02-03T12:00:00Z", "null");
        assertThat(ran()).hasSize(1);
        scratch.execute(
                "update %s.subject_request set due_at = '2026-02-18 12:00Z', told = 0".formatted(tenant.schema()));
        assertThat(ran()).isEmpty();
        now = Instant.parse("2026-02-17T12:00:00Z");
        assertThat(ran()).containsExactly("request-due paul,pia");

        scratch.execute("update %s.subject_request set closed = true, told = 0".formatted(tenant.schema()));
        now = Instant.parse("2026-05-17T12:00:00Z");
        assertThat(ran()).isEmpty();
    }

    @Test
    void twoNodesAtOnceTellItOnce() {
        request("PIPL", "2026-02-03T12:00:00Z", "null");
        boolean more = await(scratch.pool()
                .withTransaction(first -> chore.run(tenant, first)
                        .chain(done -> scratch.pool().withTransaction(second -> chore.run(tenant, second)))));
        assertThat(more).isFalse();
        assertThat(sent()).hasSize(1);
    }

    private void request(String law, String due, String assignee) {
        scratch.execute("""
                insert into %s.subject_request (id, type, subject, law, channel, state, received_at, due_at, assignee,
                created_at, created_by) values (gen_random_uuid(), 'ACCESS', gen_random_uuid(), '%s', 'WEB', 'RECEIVED',
                '2026-02-01 12:00Z', '%s', %s, '2026-02-01 12:00Z', 'paul')
                """.formatted(tenant.schema(), law, due, assignee));
    }

    private List<String> ran() {
        boolean more = await(scratch.pool().withTransaction(connection -> chore.run(tenant, connection)));
        assertThat(more).isFalse();
        return sent();
    }

    /** Kind and receivers of what the relay was handed, which is taken away. */
    private List<String> sent() {
        List<String> sent = new ArrayList<>();
        scratch.execute("delete from " + tenant.schema() + ".outbox returning body")
                .forEach(row -> {
                    JsonNode body = Json.parse(row.getString(0));
                    Set<String> to = new TreeSet<>(body.path("to").findValuesAsText("member"));
                    sent.add(body.path("kind").asText() + " " + String.join(",", to));
                });
        return sent;
    }

    /** Two at the desk, and one who is not. */
    private record Desk(TenantKey tenant) implements OrgDirectory {

        @Override
        public Org of(TenantKey asked) {
            return new Org(
                    tenant,
                    List.of(member("paul", "dpo"), member("pia", "dpo"), member("sam", "sales")),
                    List.of(),
                    Set.of("dpo", "sales"));
        }

        @Override
        public Set<TenantKey> tenants() {
            return Set.of(tenant);
        }
    }

    private static Member member(String id, String role) {
        return new Member(new MemberId(id), id, id, List.of(), Set.of(role), true);
    }
}
