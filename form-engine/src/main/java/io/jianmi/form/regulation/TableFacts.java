package io.jianmi.form.regulation;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the tenant's tables hold of duties done, counted; nothing of anybody in particular. */
@Singleton
final class TableFacts {

    private static final Duration LATELY = Duration.ofDays(90);

    private static final String CONSENTS = """
            select count(*) filter (where act = 'GRANT') as grants, count(*) filter (where act = 'WITHDRAW') as withdrawals,
            count(*) filter (where act = 'GRANT' and not exists (select 1 from "%1$s".consent_event later
                where later.subject = said.subject and later.purpose = said.purpose and later.id > said.id
                and later.act <> 'GRANT')) as standing
            from "%1$s".consent_event said
            """;

    private static final String REQUESTS = """
            select count(*) as requests, count(*) filter (where not closed) as open,
            count(*) filter (where not closed and due_at < $2) as overdue,
            count(*) filter (where state in ('ANSWERED', 'REFUSED') and closed_at <= due_at) as "inTime",
            count(*) filter (where state in ('ANSWERED', 'REFUSED') and closed_at > due_at) as late,
            count(*) filter (where state = 'REFUSED') as refused,
            count(*) filter (where type = 'CORRECT') as corrections, count(*) filter (where type = 'OBJECT') as objections
            from "%1$s".subject_request where law = $1
            """;

    private static final String LOG = """
            select count(*) filter (where action = 'record.reveal') as reveals,
            count(*) filter (where action = 'record.export-file') as exports
            from "%1$s".audit_entry where action in ('record.reveal', 'record.export-file') and allowed and at >= $1
            """;

    private static final String PACKAGES = """
            select count(*) as packages from "%1$s".audit_entry where action = 'rights.package' and allowed
            """;

    private static final String WEBHOOKS = """
            select count(*) as webhooks from "%1$s".webhook_delivery where created_at >= $1 and status = 'DELIVERED'
            """;

    private static final String HEAD = """
            select coalesce(max(size), 0) as entries from "%1$s".audit_checkpoint
            """;

    private static final String PERSONS = """
            select (select count(*) from "%1$s".erasure_step where step = 'CLOSED') as erased,
            (select count(*) from "%1$s".subject_restriction) as restricted
            """;

    private final Pool pool;
    private final InstantSource clock;

    TableFacts(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Map<String, Long>> of(TenantKey tenant, String law) {
        Instant now = clock.instant();
        Tuple lately = Tuple.of(now.minus(LATELY).atOffset(ZoneOffset.UTC));
        Tuple under = Tuple.of(law.toUpperCase(Locale.ROOT), now.atOffset(ZoneOffset.UTC));
        return Uni.combine()
                .all()
                .unis(
                        counted(tenant, CONSENTS, Tuple.tuple()),
                        counted(tenant, REQUESTS, under),
                        counted(tenant, LOG, lately),
                        counted(tenant, PACKAGES, Tuple.tuple()),
                        counted(tenant, WEBHOOKS, lately),
                        counted(tenant, HEAD, Tuple.tuple()),
                        counted(tenant, PERSONS, Tuple.tuple()))
                .asTuple()
                .map(all -> {
                    Map<String, Long> facts = new HashMap<>(all.getItem1());
                    facts.putAll(all.getItem2());
                    facts.putAll(all.getItem3());
                    facts.putAll(all.getItem4());
                    facts.putAll(all.getItem5());
                    facts.putAll(all.getItem6());
                    facts.putAll(all.getItem7());
                    return facts;
                });
    }

    private Uni<Map<String, Long>> counted(TenantKey tenant, String sql, Tuple parameters) {
        return pool.preparedQuery(sql.formatted(tenant.schema()))
                .execute(parameters)
                .map(rows -> {
                    Map<String, Long> facts = new HashMap<>();
                    for (Row row : rows) {
                        for (int i = 0; i < row.size(); i++) {
                            facts.put(row.getColumnName(i), row.getLong(i));
                        }
                    }
                    return facts;
                });
    }
}
