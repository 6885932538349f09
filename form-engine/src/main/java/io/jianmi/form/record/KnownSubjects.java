package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.Report;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The persons whose data a tenant's records hold: found by exactly what identifies them, and where their data lie. No value of theirs. */
@Singleton
public final class KnownSubjects {

    private static final int ENTRIES = 20;

    private final CompiledForms forms;
    private final RecordSealer sealer;
    private final RecordSubjects subjects;
    private final SearchBudget budget;
    private final Pool pool;

    KnownSubjects(CompiledForms forms, RecordSealer sealer, RecordSubjects subjects, SearchBudget budget, Pool pool) {
        this.forms = forms;
        this.sealer = sealer;
        this.subjects = subjects;
        this.budget = budget;
        this.pool = pool;
    }

    /**
     * Records of a person in one form.
     *
     * @param records how many, those in the recycle bin too
     * @param newest ids, no more than twenty
     */
    public record Holding(CompiledForms.Published published, long records, List<UUID> newest) {}

    /** @param since when the first record of hers was made */
    public record Known(UUID id, Instant since, List<Holding> holdings) {}

    /**
     * Persons whom the value identifies by the types of field that identify persons in whatever form; counts as one search of the actor
     * ({@code record.search-limit}).
     */
    public Uni<Set<UUID>> identified(Actor actor, String value) {
        TenantKey tenant = actor.tenant();
        return budget.use(actor, 1)
                .chain(() -> forms.all(tenant))
                .map(all -> tokens(tenant, all, value))
                .chain(tokens -> subjects.known(tenant, tokens))
                .map(known -> new TreeSet<>(known.values()));
    }

    private List<Sealed.Identifier> tokens(TenantKey tenant, List<CompiledForms.Published> all, String value) {
        Map<ByteBuffer, Sealed.Identifier> tokens = new LinkedHashMap<>();
        for (CompiledForms.Published published : all) {
            FormDefinition.Subject subject = published.form().definition().dataSubject();
            for (String key : subject == null ? List.<String>of() : subject.identifiedBy()) {
                stored(published.form(), key, value)
                        .ifPresent(stored -> sealer.identifiers(tenant, published.form(), Map.of(key, stored))
                                .forEach(token -> tokens.put(ByteBuffer.wrap(token.token()), token)));
            }
        }
        return List.copyOf(tokens.values());
    }

    /** What is no value of the field identifies nobody by it. */
    private static Optional<JsonNode> stored(CompiledForm form, String key, String value) {
        CompiledField field = form.field(key).orElseThrow();
        return field.read(Json.NODES.textNode(value), new Report("", new ArrayList<>()))
                .filter(stored -> !stored.isNull());
    }

    /** Whether the tenant has, or had, records of the person. */
    public Uni<Boolean> known(TenantKey tenant, UUID subject) {
        return pool.preparedQuery("select 1 from \"%s\".data_subject where id = $1".formatted(tenant.schema()))
                .execute(Tuple.of(subject))
                .map(rows -> rows.size() > 0);
    }

    /** Empty when there is no such person. */
    public Uni<Optional<Known>> find(TenantKey tenant, UUID subject) {
        return pool.preparedQuery("select created_at from \"%s\".data_subject where id = $1".formatted(tenant.schema()))
                .execute(Tuple.of(subject))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(Optional.<Known>empty());
                    }
                    OffsetDateTime since = rows.iterator().next().getOffsetDateTime(0);
                    return forms.all(tenant)
                            .chain(all -> holdings(tenant, all, subject))
                            .map(holdings -> Optional.of(new Known(subject, since.toInstant(), holdings)));
                });
    }

    /** One statement, along each table's index of persons. */
    private Uni<List<Holding>> holdings(TenantKey tenant, List<CompiledForms.Published> all, UUID subject) {
        if (all.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<String, CompiledForms.Published> byKey = new HashMap<>();
        all.forEach(published -> byKey.put(published.form().key(), published));
        String sql = byKey.values().stream()
                .map(published -> counting(tenant, published.form()))
                .collect(Collectors.joining(" union all "));
        return pool.preparedQuery(sql).execute(Tuple.of(subject)).map(rows -> {
            List<Holding> holdings = new ArrayList<>();
            for (Row row : rows) {
                if (row.getLong(1) > 0) {
                    holdings.add(new Holding(
                            Objects.requireNonNull(byKey.get(row.getString(0))),
                            row.getLong(1),
                            List.of(row.getArrayOfUUIDs(2))));
                }
            }
            return holdings;
        });
    }

    /** Keys are words with hyphens, and table names come from compiled forms. */
    private static String counting(TenantKey tenant, CompiledForm form) {
        return "select '%s', count(*), (array_agg(\"id\" order by \"id\" desc))[1:%d] from %s where \"subject_id\" = $1"
                .formatted(
                        form.key(),
                        ENTRIES,
                        Sql.quoted(tenant.schema(), form.table().name()));
    }
}
