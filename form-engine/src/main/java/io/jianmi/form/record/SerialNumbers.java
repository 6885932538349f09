package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
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

/**
 * Gives records their numbers. Numbers are taken before the record is written, a block at a time for a batch, so a failed
 * write leaves a gap; they never repeat, since the counter's row is locked while it counts.
 */
@Singleton
final class SerialNumbers {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Pool pool;
    private final InstantSource clock;

    SerialNumbers(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Numbers of {@code count} new records: per record, field key to text. */
    Uni<List<Map<String, JsonNode>>> take(TenantKey tenant, CompiledForm form, int count) {
        List<Map<String, JsonNode>> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(new LinkedHashMap<>());
        }
        Uni<Void> done = Uni.createFrom().voidItem();
        for (CompiledField field : form.columns()) {
            if (field.generated()) {
                done = done.chain(() -> take(tenant, form, field, numbers));
            }
        }
        return done.replaceWith(numbers);
    }

    @SuppressWarnings("unchecked") // a type's Generated has the type's own options
    private Uni<Void> take(
            TenantKey tenant, CompiledForm form, CompiledField field, List<Map<String, JsonNode>> numbers) {
        Generated<FieldOptions> generated = (Generated<FieldOptions>)
                field.type().capability(Generated.class).orElseThrow();
        FieldOptions options = field.type().options();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZONE);
        String sql = """
                insert into "%s".serial_counter as c (form, field, period, value) values ($1, $2, $3, $4)
                on conflict (form, field, period) do update set value = c.value + $4 returning value
                """.formatted(tenant.schema());
        return pool.preparedQuery(sql)
                .execute(Tuple.of(form.key(), field.key(), generated.period(day, options), (long) numbers.size()))
                .invoke(rows -> {
                    long first = rows.iterator().next().getLong(0) - numbers.size() + 1;
                    for (int i = 0; i < numbers.size(); i++) {
                        numbers.get(i).put(field.key(), Json.NODES.textNode(generated.format(first + i, day, options)));
                    }
                })
                .replaceWithVoid();
    }
}
