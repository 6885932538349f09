package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.field.Generated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gives records their numbers. Usual ones are taken before the record is written, a block at a time for a batch, so a failed
 * write leaves a gap; they never repeat, since the counter's row is locked while it counts. Gap-free ones are looked up, and
 * counted by the transaction that stores their records, on condition that nobody was faster: the writers of one server node
 * come {@linkplain #inTurn in turn}, those of several nodes try anew.
 */
@Singleton
final class SerialNumbers {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Of two nodes that never rest the slower may lose to each record of the faster; a lost race costs one round trip. */
    static final int TRIES = 80;

    private final Pool pool;
    private final InstantSource clock;
    private final Turns turns = new Turns();

    SerialNumbers(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * @param values per record, field key to text
     * @param writes what counts gap-free numbers, to be committed with the records
     */
    record Taken(List<Map<String, JsonNode>> values, List<Write> writes) {}

    /** The counter of one field on one day. */
    private record Counter(String schema, String form, String field, String period) {

        Tuple key(Object... more) {
            Tuple tuple = Tuple.of(form, field, period);
            for (Object parameter : more) {
                tuple.addValue(parameter);
            }
            return tuple;
        }
    }

    /** Runs the whole making of records, commit included: in turn where the form has gap-free numbers, at once elsewhere. */
    <T> Uni<T> inTurn(TenantKey tenant, CompiledForm form, Supplier<Uni<T>> making) {
        boolean gapFree = form.columns().stream().anyMatch(field -> field.generated() && gapFree(field));
        return gapFree ? turns.inTurn(List.of(tenant, form.key()), making) : making.get();
    }

    /**
     * Numbers of {@code count} new records.
     *
     * @param rehearsal true takes none
     */
    Uni<Taken> take(TenantKey tenant, CompiledForm form, int count, boolean rehearsal) {
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < count; i++) {
            taken.values().add(new LinkedHashMap<>());
        }
        Uni<Void> done = Uni.createFrom().voidItem();
        for (CompiledField field : form.columns()) {
            if (field.generated() && !rehearsal) {
                done = done.chain(() -> take(tenant, form, field, taken));
            }
        }
        return done.replaceWith(taken);
    }

    private Uni<Void> take(TenantKey tenant, CompiledForm form, CompiledField field, Taken taken) {
        Generated<FieldOptions> type = generated(field);
        FieldOptions options = field.type().options();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZONE);
        Counter counter = new Counter(tenant.schema(), form.key(), field.key(), type.period(day, options));
        long count = taken.values().size();
        Uni<Long> before = type.gapFree(options)
                ? value(counter).invoke(value -> taken.writes().add(advance(counter, value, count)))
                : counted(counter, count);
        return before.invoke(value -> {
                    for (int i = 0; i < count; i++) {
                        String text = type.format(value + i + 1, day, options);
                        taken.values().get(i).put(field.key(), Json.NODES.textNode(text));
                    }
                })
                .replaceWithVoid();
    }

    /** Counts at once. */
    private Uni<Long> counted(Counter counter, long count) {
        String sql = """
                insert into "%s".serial_counter as c (form, field, period, value) values ($1, $2, $3, $4)
                on conflict (form, field, period) do update set value = c.value + $4 returning value
                """.formatted(counter.schema());
        return pool.preparedQuery(sql)
                .execute(counter.key(count))
                .map(rows -> rows.iterator().next().getLong(0) - count);
    }

    private Uni<Long> value(Counter counter) {
        String sql = "select value from \"%s\".serial_counter where form = $1 and field = $2 and period = $3"
                .formatted(counter.schema());
        return pool.preparedQuery(sql)
                .execute(counter.key())
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
    }

    /** Touches no row, and so undoes everything, when the counter no longer stands at {@code value}. */
    private static Write advance(Counter counter, long value, long count) {
        String sql = """
                insert into "%s".serial_counter as c (form, field, period, value) values ($1, $2, $3, $4)
                on conflict (form, field, period) do update set value = excluded.value where c.value = $5
                """.formatted(counter.schema());
        return Write.one(sql, counter.key(value + count, value));
    }

    private static boolean gapFree(CompiledField field) {
        return generated(field).gapFree(field.type().options());
    }

    @SuppressWarnings("unchecked") // a type's Generated has the type's own options
    private static Generated<FieldOptions> generated(CompiledField field) {
        return (Generated<FieldOptions>)
                field.type().capability(Generated.class).orElseThrow();
    }
}
