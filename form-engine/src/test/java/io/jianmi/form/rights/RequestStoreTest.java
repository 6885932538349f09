package io.jianmi.form.rights;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RequestStoreTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final UUID PERSON = UUID.fromString("01a21559-d410-76f3-b7b8-0f997592be09");

    private final ScratchTenant scratch = new ScratchTenant("rightsstore", 2);
    private final TenantKey tenant = scratch.key();
    private final RequestStore store = new RequestStore(scratch.pool());
    private final TenantWriter writer = new TenantWriter(scratch.pool());
    private int made;

    @BeforeEach
    void tables() {
        RequestTables.create(scratch);
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    @Test
    void aRequestComesBackAsItWasStoredWithANumber() {
        SubjectRequest stored = insert(RequestType.ACCESS, Duration.ofDays(3));

        SubjectRequest found = await(store.find(tenant, stored.id())).orElseThrow();

        assertThat(found.number()).isEqualTo(1);
        assertThat(found).usingRecursiveComparison().ignoringFields("number").isEqualTo(stored);
    }

    @Test
    void ofTwoWhoActOnOneVersionTheSecondLoses() {
        SubjectRequest stored = insert(RequestType.ERASE, Duration.ofDays(3));

        await(writer.commit(List.of(RequestStore.update(tenant, closed(stored, RequestState.REFUSED)))));

        assertThatThrownBy(() -> await(
                        writer.commit(List.of(RequestStore.update(tenant, closed(stored, RequestState.WITHDRAWN))))))
                .isInstanceOfSatisfying(
                        ProblemException.class, lost -> assertThat(lost.type()).isEqualTo(StoreProblem.LOST_RACE));
        assertThat(await(store.find(tenant, stored.id())).orElseThrow().state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void pagesListWhatIsOpenFirstByItsTermAndMissNothing() {
        SubjectRequest late = insert(RequestType.ACCESS, Duration.ofDays(-1));
        SubjectRequest far = insert(RequestType.EXPORT, Duration.ofDays(9));
        SubjectRequest near = insert(RequestType.ACCESS, Duration.ofDays(1));
        SubjectRequest over = insert(RequestType.ACCESS, Duration.ofDays(-5));
        await(writer.commit(List.of(RequestStore.update(tenant, closed(over, RequestState.ANSWERED)))));

        assertThat(walked(filter(Set.of(), null, false))).containsExactly(late.id(), near.id(), far.id(), over.id());
        assertThat(walked(filter(Set.of(), RequestType.EXPORT, false))).containsExactly(far.id());
        assertThat(walked(filter(Set.of(RequestState.ANSWERED), null, false))).containsExactly(over.id());
        assertThat(walked(filter(Set.of(), null, true))).containsExactly(late.id());
    }

    private static RequestFilter filter(Set<RequestState> states, @Nullable RequestType type, boolean overdue) {
        return new RequestFilter(states, Optional.ofNullable(type), Optional.empty(), overdue);
    }

    /** One by one, by the cursor that clients get. */
    private List<UUID> walked(RequestFilter filter) {
        List<UUID> ids = new ArrayList<>();
        Optional<RequestCursor> after = Optional.empty();
        List<SubjectRequest> page = await(store.page(tenant, filter, after, 1, NOW));
        while (!page.isEmpty()) {
            ids.add(page.get(0).id());
            after = RequestCursor.of(RequestCursor.of(page.get(0)).text());
            page = await(store.page(tenant, filter, after, 1, NOW));
        }
        return ids;
    }

    private SubjectRequest insert(RequestType type, Duration due) {
        made++;
        SubjectRequest request = new SubjectRequest(
                new UUID(made, made),
                0,
                type,
                PERSON,
                Law.PIPL,
                RequestChannel.EMAIL,
                RequestState.RECEIVED,
                NOW.minus(Duration.ofDays(20)),
                NOW.plus(due),
                null,
                null,
                new byte[] {1, 2},
                null,
                null,
                1,
                NOW,
                "paul",
                null);
        await(writer.commit(List.of(RequestStore.insert(tenant, request))));
        return request;
    }

    private static SubjectRequest closed(SubjectRequest one, RequestState state) {
        return new SubjectRequest(
                one.id(),
                one.number(),
                one.type(),
                one.subject(),
                one.law(),
                one.channel(),
                state,
                one.received(),
                one.due(),
                one.extended(),
                one.assignee(),
                one.note(),
                one.outcome(),
                one.job(),
                one.version(),
                one.createdAt(),
                one.createdBy(),
                NOW);
    }
}
