package io.jianmi.form.record;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SerialNumbersTest {

    private static final int WRITERS = 32;
    private static final int RECORDS = 6;

    private final ScratchTenant scratch = new ScratchTenant("serialnumbers", 8);
    private final TenantKey tenant = scratch.key();
    private final Pool pool = scratch.pool();
    private final TenantWriter writer = new TenantWriter(pool);

    @BeforeEach
    void tables() {
        scratch.execute("create table " + tenant.schema() + ".serial_counter (form text, field text, period text,"
                + " value bigint not null, primary key (form, field, period))");
        scratch.execute("create table " + tenant.schema() + ".stored (number text primary key)");
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    /** Writers of two server nodes, each third record fails while it is stored. */
    @Test
    void gapFreeNumbersHaveNoGapsUnderManyWritersOfTwoNodes() {
        int stored = write(form(true), List.of(node(), node()));

        assertThat(stored).isEqualTo(WRITERS * RECORDS * 2 / 3);
        assertThat(numbers())
                .isEqualTo(IntStream.rangeClosed(1, stored)
                        .mapToObj("NO-%05d"::formatted)
                        .toList());
    }

    @Test
    void otherNumbersNeverRepeat() {
        int stored = write(form(false), List.of(node(), node()));

        assertThat(numbers()).hasSize(stored).doesNotHaveDuplicates();
    }

    @Test
    void aBatchTakesItsNumbersInOneGo() {
        CompiledForm form = form(true);
        SerialNumbers numbers = node();

        SerialNumbers.Taken taken = await(numbers.take(tenant, form, 3, false));
        await(writer.commit(taken.writes()));
        SerialNumbers.Taken next = await(numbers.take(tenant, form, 1, false));

        assertThat(taken.values())
                .extracting(SerialNumbersTest::number)
                .containsExactly("NO-00001", "NO-00002", "NO-00003");
        assertThat(number(next.values().get(0))).isEqualTo("NO-00004");
    }

    private int write(CompiledForm form, List<SerialNumbers> nodes) {
        List<Uni<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(records(form, nodes.get(i % nodes.size()), 0));
        }
        return await(Uni.join().all(writers).andFailFast()).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Uni<Integer> records(CompiledForm form, SerialNumbers numbers, int from) {
        if (from == RECORDS) {
            return Uni.createFrom().item(0);
        }
        boolean fails = from % 3 == 2;
        return numbers.inTurn(tenant, form, () -> store(form, numbers, fails, 1))
                .chain(stored -> records(form, numbers, from + 1).map(more -> stored + more));
    }

    /** One record as the pipeline stores it: with its numbers, all or nothing, a lost race anew. */
    private Uni<Integer> store(CompiledForm form, SerialNumbers numbers, boolean fails, int attempt) {
        return numbers.take(tenant, form, 1, false)
                .chain(taken -> writer.commit(writes(taken, fails)))
                .replaceWith(1)
                .onFailure(failure -> isLostRace(failure) && attempt < SerialNumbers.TRIES)
                .recoverWithUni(() -> store(form, numbers, fails, attempt + 1))
                .onFailure(failure -> fails && !isLostRace(failure))
                .recoverWithItem(0);
    }

    private static String number(Map<String, JsonNode> values) {
        return Objects.requireNonNull(values.get("no")).textValue();
    }

    private List<Write> writes(SerialNumbers.Taken taken, boolean fails) {
        List<Write> writes = new ArrayList<>(taken.writes());
        String number = number(taken.values().get(0));
        writes.add(Write.any("insert into " + tenant.schema() + ".stored values ($1)", Tuple.of(number)));
        if (fails) {
            writes.add(Write.one(
                    "delete from " + tenant.schema() + ".stored where number = $1",
                    Tuple.of("none"),
                    RecordProblem.VALIDATION));
        }
        return writes;
    }

    private static boolean isLostRace(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == StoreProblem.LOST_RACE;
    }

    private SerialNumbers node() {
        return new SerialNumbers(pool, TestForms.CLOCK);
    }

    private static CompiledForm form(boolean gapFree) {
        return TestForms.compiled(Json.parse("""
                {"kind": "form", "key": "bills", "title": "Bills", "fields": [
                  {"key": "no", "type": "serial", "pattern": "NO-{00000}", "gapFree": %s}]}""".formatted(gapFree)));
    }

    private List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        scratch.execute("select number from " + tenant.schema() + ".stored order by number")
                .forEach(row -> numbers.add(row.getString(0)));
        return numbers;
    }
}
