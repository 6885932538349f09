package io.jianmi.form.record;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class BinEmptyingTest {

    private static final String OLD = "00000000-0000-7000-8000-00000000000";
    private static final List<String> HANGING =
            List.of("record_history", "record_comment", "record_share", "reveal_grant", "subject_conflict");

    private final ScratchTenant scratch = new ScratchTenant("emptiedbin", 3);
    private final TenantKey tenant = scratch.key();
    private final CompiledForm form = TestForms.customer();
    private final String table = scratch.schema() + "." + form.table().name();
    private final String rows = scratch.schema() + "." + form.subforms().get(0).table();
    private Instant now = Instant.parse("2026-02-01T00:00:00Z");
    private final List<String> entries = new ArrayList<>();
    private final BinEmptying chore =
            new BinEmptying(key -> Uni.createFrom().item(List.of(form)), this::purge, new BinTime(30), () -> now);

    @BeforeEach
    void aBin() {
        scratch.execute("create table " + table
                + " (id uuid, version integer, deleted_at timestamptz, subject_id uuid default gen_random_uuid())");
        scratch.execute("create table " + scratch.schema() + ".subject_hold (subject uuid, released_at timestamptz)");
        scratch.execute("create table " + scratch.schema() + ".subject_restriction (subject uuid)");
        form.subforms()
                .forEach(subform -> scratch.execute(
                        "create table " + scratch.schema() + "." + subform.table() + " (record_id uuid)"));
        HANGING.forEach(
                hanging -> scratch.execute("create table " + scratch.schema() + "." + hanging + " (record uuid)"));
        scratch.execute("create table " + scratch.schema() + ".file (record uuid, detached_at timestamptz)");
        record(1, "'2026-01-01 12:00Z'");
        record(2, "'2026-01-02 12:00Z'");
        record(3, "null");
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    private void record(int which, String deleted) {
        scratch.execute("insert into %s values ('%s%d', %d, %s)".formatted(table, OLD, which, which, deleted));
        scratch.execute("insert into %s values ('%s%d')".formatted(rows, OLD, which));
        HANGING.forEach(hanging ->
                scratch.execute("insert into %s.%s values ('%s%d')".formatted(scratch.schema(), hanging, OLD, which)));
        scratch.execute("insert into %s.file values ('%s%d')".formatted(scratch.schema(), OLD, which));
    }

    @Test
    void whatLayThereForItsTimeIsGoneWithAllThatHangsOnIt() {
        assertThat(run()).isFalse();

        assertThat(left(table, "id")).containsExactly(OLD + 2, OLD + 3);
        assertThat(left(rows, "record_id")).containsExactly(OLD + 2, OLD + 3);
        HANGING.forEach(hanging -> assertThat(left(scratch.schema() + "." + hanging, "record"))
                .as(hanging)
                .containsExactly(OLD + 2, OLD + 3));
        assertThat(left(scratch.schema() + ".file where detached_at < '2026-01-02'", "record"))
                .as("let go of for so long that it is removed")
                .containsExactly(OLD + 1);
        assertThat(entries).containsExactly("record.purge record/customer/" + OLD + 1);
    }

    @Test
    void itMayBeRepeatedAndGoesOnWhenMoreTimeIsOver() {
        run();
        run();
        assertThat(entries).hasSize(1);

        now = now.plusSeconds(86_400);
        run();
        assertThat(left(table, "id")).containsExactly(OLD + 3);
        assertThat(entries).hasSize(2);
    }

    @Test
    void aFullBinIsEmptiedSomeAtATime() {
        scratch.execute("insert into " + table + " select gen_random_uuid(), 1, '2025-06-01Z' from generate_series(1, "
                + BinEmptying.SOME + ")");
        assertThat(run()).isTrue();
        assertThat(run()).isFalse();
        assertThat(left(table, "id")).containsExactly(OLD + 2, OLD + 3);
    }

    @Test
    void whatIsHeldOrRestrictedIsKeptForAsLongAsThatStands() {
        scratch.execute("insert into %s.subject_hold select subject_id, null from %s where version = 1"
                .formatted(scratch.schema(), table));
        run();
        assertThat(left(table, "id")).contains(OLD + 1);

        scratch.execute("update %s.subject_hold set released_at = now()".formatted(scratch.schema()));
        scratch.execute("insert into %s.subject_restriction select subject_id from %s where version = 1"
                .formatted(scratch.schema(), table));
        run();
        assertThat(left(table, "id")).contains(OLD + 1);

        scratch.execute("delete from %s.subject_restriction".formatted(scratch.schema()));
        run();
        assertThat(left(table, "id")).containsExactly(OLD + 2, OLD + 3);
    }

    /** Restored between the look and the commit, by whoever was faster. */
    @Test
    void whatWasRestoredMeanwhileStays() {
        PurgeRecords late = new PurgeRecords(
                form,
                List.of(new PurgeRecords.Binned(UUID.fromString(OLD + 1), 1, now)),
                Instant.parse("2026-01-02T00:00:00Z"));
        scratch.execute("update " + table + " set deleted_at = null, version = 2 where version = 1");

        assertThatThrownBy(() -> await(purge(late, Actor.system(tenant)))).isInstanceOf(ProblemException.class);
        assertThat(left(rows, "record_id")).hasSize(3);
    }

    /** What the pipeline does with it, but for the log. */
    private Uni<Integer> purge(PurgeRecords command, Actor actor) {
        return new PurgeRecordsHandler()
                .decide(command, command.records(), actor)
                .chain(changes -> new TenantWriter(scratch.pool())
                        .commit(changes.writes())
                        .invoke(() ->
                                changes.audit().forEach(entry -> entries.add(entry.action() + " " + entry.object())))
                        .map(done -> changes.answer().get()));
    }

    private boolean run() {
        return await(scratch.pool().withTransaction(connection -> chore.run(tenant, connection)));
    }

    private List<String> left(String from, String column) {
        List<String> found = new ArrayList<>();
        scratch.execute("select " + column + "::text from " + from).forEach(row -> found.add(row.getString(0)));
        return found.stream().sorted().toList();
    }
}
