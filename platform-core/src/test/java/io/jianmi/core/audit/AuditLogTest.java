package io.jianmi.core.audit;

import static io.jianmi.core.audit.AuditFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class AuditLogTest {

    private final AuditFixture fixture = new AuditFixture();

    @BeforeEach
    void start() {
        fixture.sequencers.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        fixture.sequencers.stop();
        fixture.close();
    }

    @Test
    void aReceiptComesOnceTheEntryIsUnderASignedTreeHead() {
        UUID entry = fixture.append(5).get(2);
        AuditReceipt receipt = await(fixture.log.sealed(fixture.tenant, entry));

        assertThat(receipt.entry()).isEqualTo(entry);
        assertThat(receipt.leaf()).isLessThan(5);
        assertThat(receipt.treeSize()).isEqualTo(5);
        assertThat(fixture.signedSize()).isEqualTo(5);
        assertThat(await(fixture.log.sealed(fixture.tenant, entry)).leaf()).isEqualTo(receipt.leaf());
    }

    @Test
    void treeHeadsAreSignedWithoutAnybodyWaiting() {
        fixture.append(7);
        fixture.log.committed(fixture.tenant);
        await().atMost(Duration.ofSeconds(3)).until(() -> fixture.signedSize() == 7);
    }

    @Test
    void anotherNodeTakesOverAndItsWaitersAreServedMeanwhile() throws InterruptedException {
        fixture.append(1);
        fixture.log.committed(fixture.tenant);
        await().atMost(Duration.ofSeconds(3)).until(() -> fixture.signedSize() == 1);
        Sequencers second = fixture.sequencers();
        second.start();
        UUID foreign = fixture.append(1).get(0);
        assertThat(await(second.sealed(fixture.tenant, foreign)).leaf()).isEqualTo(1);
        fixture.sequencers.stop();
        UUID own = fixture.append(1).get(0);
        assertThat(await(second.sealed(fixture.tenant, own)).leaf()).isEqualTo(2);
        second.stop();
    }

    @Test
    void payloadsAreCommittedToAndSealedUnderTheirSubject() {
        ObjectNode payload = Json.NODES.objectNode().put("reason", "called back");
        UUID person = await(fixture.keys.newSubject(fixture.tenant));
        AuditDraft ofPerson =
                AuditDraft.of("record.reveal", "record/customer/1").with(payload, Optional.of(person));
        AuditDraft ofNobody = AuditDraft.of("form.publish", "form/crm/customer").with(payload, Optional.empty());
        sealed(fixture.append(List.of(ofPerson, ofNobody)));

        List<Row> rows = fixture.rows(
                "select entry_id, canonical, salt, payload, subject from \"{t}\".audit_entry order by action desc");
        for (Row row : rows) {
            String commitment = Commitments.of(row.getBuffer(2).getBytes(), payload);
            assertThat(Json.parse(row.getString(1)).path("pc").asText()).isEqualTo(commitment);
            assertThat(row.getString(1)).doesNotContain("called back");
        }
        assertThat(rows.get(0).getUUID(4)).isEqualTo(person);
        assertThat(rows.get(1).getUUID(4))
                .isEqualTo(fixture.rows("select subject from \"{t}\".audit_subject")
                        .get(0)
                        .getUUID(0));
    }

    @Test
    void whatIsAboutAnErasedPersonIsToldButNotKept() {
        ObjectNode payload = Json.NODES.objectNode().put("reason", "x");
        AuditDraft draft =
                AuditDraft.of("record.read", "record/customer/1").with(payload, Optional.of(fixture.ids.next()));
        sealed(fixture.append(List.of(draft)));
        Row row = fixture.rows("select canonical, salt, payload from \"{t}\".audit_entry")
                .get(0);
        assertThat(row.getString(0)).contains("\"pc\":");
        assertThat(row.getValue(1)).isNull();
        assertThat(row.getValue(2)).isNull();
    }

    @Test
    void readsAreNotedInGroupsAndSensitiveOnesBeforeTheAnswer() throws InterruptedException {
        ReadLog reads = new ReadLog(fixture.log, fixture.entryWriter, fixture.tenantWriter);
        for (int i = 0; i < 1_200; i++) {
            reads.note(
                    fixture.actor,
                    AuditDraft.of("record.list", "form/crm/customer").with(Map.of("count", i)));
        }
        AuditReceipt receipt = await(reads.before(fixture.actor, AuditDraft.of("record.reveal", "record/customer/1")));
        assertThat(receipt.treeSize()).isGreaterThan(receipt.leaf());
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(fixture.rows("select count(*) from \"{t}\".audit_entry")
                                .get(0)
                                .getLong(0))
                        .isEqualTo(1_201));
        reads.note(fixture.actor, AuditDraft.of("record.list", "form/crm/customer"));
        reads.stop(new io.quarkus.runtime.ShutdownEvent());
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(fixture.rows("select count(*) from \"{t}\".audit_entry")
                                .get(0)
                                .getLong(0))
                        .isEqualTo(1_202));
    }

    @Test
    void aForkedLogFailsWhoWaits() {
        sealed(fixture.append(3));
        fixture.rows("update \"{t}\".audit_entry set leaf_hash = sha256('forged') where leaf = 1");
        UUID entry = fixture.append(1).get(0);
        assertThatThrownBy(() -> await(fixture.log.sealed(fixture.tenant, entry)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("audit.halted");
    }

    private void sealed(List<UUID> entries) {
        entries.forEach(entry -> await(fixture.log.sealed(fixture.tenant, entry)));
    }
}
