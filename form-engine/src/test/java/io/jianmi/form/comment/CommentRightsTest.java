package io.jianmi.form.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.comment.ChangeComment.Kind;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.RecordSight.Seen;
import io.jianmi.form.testing.TestForms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommentRightsTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final CompiledForm FORM = TestForms.customer();
    private static final UUID ID = new UUID(1, 2);

    private final CommentRights rights = new CommentRights(new BinTime(30), () -> NOW);

    @Test
    void anAuthorSaysItDifferentlyOrTakesItBack() {
        assertThat(rights.of(actor("sam"), seen(false, false), said())).containsExactly(Kind.EDIT, Kind.DELETE);
    }

    @Test
    void othersMayNothingAndWhoManagesTheRecordMayDelete() {
        assertThat(rights.of(actor("mia"), seen(false, false), said())).isEmpty();
        assertThat(rights.of(actor("mia"), seen(false, true), said())).containsExactly(Kind.DELETE);
    }

    @Test
    void whoDeletedItBringsItBackUntilTheBinsTimeIsOver() {
        assertThat(rights.of(actor("mia"), seen(false, true), deleted("mia", 29)))
                .containsExactly(Kind.RESTORE);
        assertThat(rights.of(actor("sam"), seen(false, true), deleted("mia", 29)))
                .isEmpty();

        assertThat(rights.of(actor("mia"), seen(false, true), deleted("mia", 31)))
                .isEmpty();
        assertThat(rights.refusal(actor("mia"), seen(false, true), deleted("mia", 31), Kind.RESTORE)
                        .orElseThrow()
                        .type())
                .isEqualTo(CommentProblem.GONE);
    }

    @Test
    void inTheRecycleBinNothingChanges() {
        assertThat(rights.of(actor("sam"), seen(true, true), said())).isEmpty();
        assertThat(rights.of(actor("sam"), seen(true, true), deleted("sam", 1))).isEmpty();
    }

    private static Seen seen(boolean trashed, boolean manages) {
        return new Seen(FORM, ID, ID, false, trashed, manages, false);
    }

    private static Comment said() {
        return new Comment(ID, FORM.key(), ID, ID, "sam", 1, 1, NOW, null, null, null, new byte[0]);
    }

    private static Comment deleted(String by, int daysAgo) {
        return said().deleted(by, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Actor actor(String id) {
        return new Actor(new TenantKey("demo"), new MemberId(id), id, Set.of(), List.of(), Set.of(), false, null, null);
    }
}
