package io.jianmi.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jianmi.core.crypto.WebhookSecrets;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The tenant's secret as receivers know it, and signatures as Standard Webhooks defines them. For a day after it was replaced
 * the secret before signs beside it, so that receivers can change over.
 */
@Singleton
public final class SigningSecrets {

    private static final String PREFIX = "whsec_";
    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final int FIRST = 1;

    private final WebhookSecrets secrets;
    private final Pool pool;
    private final InstantSource clock;

    SigningSecrets(WebhookSecrets secrets, Pool pool, InstantSource clock) {
        this.secrets = secrets;
        this.pool = pool;
        this.clock = clock;
    }

    /** @param overlaps whether the one before still signs */
    record Current(int number, boolean overlaps) {

        private List<Integer> signing() {
            return overlaps && number > FIRST ? List.of(number, number - 1) : List.of(number);
        }
    }

    Uni<Current> current(TenantKey tenant) {
        return pool.preparedQuery("select number, changed_at from \"%s\".webhook_secret".formatted(tenant.schema()))
                .execute()
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    if (!row.hasNext()) {
                        return new Current(FIRST, false);
                    }
                    Row found = row.next();
                    Instant changed = found.getOffsetDateTime(1).toInstant();
                    return new Current(found.getInteger(0), clock.instant().isBefore(changed.plus(OVERLAP)));
                });
    }

    /** As a receiver is given it. */
    Uni<String> text(TenantKey tenant, int number) {
        return secrets.secret(tenant, number)
                .map(bytes -> PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** The headers of one message. */
    Uni<Map<String, String>> headers(TenantKey tenant, UUID id, byte[] body) {
        String at = Long.toString(clock.instant().getEpochSecond());
        byte[] content = content(id, at, body);
        return current(tenant)
                .chain(current -> Multi.createFrom()
                        .iterable(current.signing())
                        .onItem()
                        .transformToUniAndConcatenate(number -> secrets.sign(tenant, number, content))
                        .map(mac -> "v1," + Base64.getEncoder().encodeToString(mac))
                        .collect()
                        .asList())
                .map(signatures -> Map.of(
                        "content-type",
                        "application/json",
                        "user-agent",
                        "Jianmi",
                        "webhook-id",
                        id.toString(),
                        "webhook-timestamp",
                        at,
                        "webhook-signature",
                        String.join(" ", signatures)));
    }

    private static byte[] content(UUID id, String at, byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes((id + "." + at + ".").getBytes(UTF_8));
        content.writeBytes(body);
        return content.toByteArray();
    }

    /** Replaces the secret with that number by the next. */
    static Write replace(TenantKey tenant, int number, Instant now) {
        return Write.one("""
                insert into "%1$s".webhook_secret as s (number, changed_at) values ($1 + 1, $2)
                on conflict (one) do update set number = excluded.number, changed_at = excluded.changed_at
                where s.number = $1
                """.formatted(tenant.schema()), Tuple.of(number, now.atOffset(ZoneOffset.UTC)));
    }
}
