package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.Permit;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is restricted, held and being erased of a person. */
@Singleton
public final class SubjectStanding {

    private static final String FORM = "hold";
    private static final String REASON = "reason";

    private final Pool pool;
    private final DataKeys keys;
    private final ErasureStore erasures;
    private final OrgDirectory directory;

    SubjectStanding(Pool pool, DataKeys keys, ErasureStore erasures, OrgDirectory directory) {
        this.pool = pool;
        this.keys = keys;
        this.erasures = erasures;
        this.directory = directory;
    }

    /** Since when and by whom. */
    record Restricted(Instant since, String by) {}

    /** @param owner who answers for it */
    record Held(UUID id, String owner, LocalDate reviewOn, byte[] reason, Instant placedAt, String placedBy) {}

    /** @param newest of her erasures; null when none was ever ordered */
    record Standing(
            @Nullable Restricted restricted,
            @Nullable Held held,
            @Nullable Erasure newest) {

        /** The erasure that is not over. */
        Optional<Erasure> erasing() {
            return Optional.ofNullable(newest).filter(erasure -> !erasure.closed());
        }
    }

    /** Empty for a person whom the tenant has no records of, and for whoever does not sit at the privacy desk. */
    Uni<Optional<Standing>> forDesk(Actor actor, UUID subject) {
        return PrivacyDesk.sits(actor)
                ? of(actor.tenant(), subject)
                : Uni.createFrom().item(Optional.empty());
    }

    /** The desk alone, and of a person there is: all else looks alike. */
    static Permit permit(Command<?> command, Optional<Standing> found, Actor actor) {
        return PrivacyDesk.sits(actor) && found.isPresent()
                ? Permit.allow(command.policy())
                : Permit.refuse(ProblemException.of(CommonProblem.NOT_FOUND), command.policy());
    }

    Uni<Optional<Standing>> of(TenantKey tenant, UUID subject) {
        return pool.preparedQuery("""
                        select r.since, r.by, h.id, h.owner, h.review_on, h.reason, h.placed_at, h.placed_by from %1$s.data_subject d
                        left join %1$s.subject_restriction r on r.subject = d.id
                        left join %1$s.subject_hold h on h.subject = d.id and h.released_at is null where d.id = $1
                        """.formatted(ErasureStore.quoted(tenant)))
                .execute(Tuple.of(subject))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    Row row = rows.iterator().next();
                    return erasures.of(tenant, subject)
                            .map(newest -> Optional.of(new Standing(restricted(row), held(row), newest.orElse(null))));
                });
    }

    private static @Nullable Restricted restricted(Row row) {
        return row.getValue(0) == null
                ? null
                : new Restricted(row.getOffsetDateTime(0).toInstant(), row.getString(1));
    }

    private static @Nullable Held held(Row row) {
        return row.getValue(2) == null
                ? null
                : new Held(
                        row.getUUID(2),
                        row.getString(3),
                        row.getLocalDate(4),
                        row.getDelegate().getBuffer(5).getBytes(),
                        row.getOffsetDateTime(6).toInstant(),
                        row.getString(7));
    }

    /**
     * {@code {"restriction": {"since", "by"}|null, "hold": {"id", "owner", "reviewOn", "reason", "placedAt", "placedBy"}|null, "erasure":
     * {"id", "status"}|null}} for the privacy desk; empty for a person who is not known.
     */
    public Uni<Optional<ObjectNode>> told(Actor actor, UUID subject) {
        return forDesk(actor, subject)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<ObjectNode>empty())
                        : keys.ring(actor.tenant(), Set.of(subject), Set.of(KeyClass.S2))
                                .map(ring -> Optional.of(told(actor.tenant(), subject, found.get(), ring))));
    }

    private ObjectNode told(TenantKey tenant, UUID subject, Standing standing, KeyRing ring) {
        ObjectNode told = Json.NODES.objectNode();
        Restricted restricted = standing.restricted();
        if (restricted == null) {
            told.putNull("restriction");
        } else {
            told.putObject("restriction")
                    .put("since", restricted.since().toString())
                    .set("by", person(tenant, restricted.by()));
        }
        Held held = standing.held();
        if (held == null) {
            told.putNull("hold");
        } else {
            ObjectNode hold = told.putObject("hold")
                    .put("id", held.id().toString())
                    .put("reviewOn", held.reviewOn().toString())
                    .put("reason", reason(tenant, subject, held, ring))
                    .put("placedAt", held.placedAt().toString());
            hold.set("owner", person(tenant, held.owner()));
            hold.set("placedBy", person(tenant, held.placedBy()));
        }
        Erasure newest = standing.newest();
        if (newest == null) {
            told.putNull("erasure");
        } else {
            told.putObject("erasure").put("id", newest.id().toString()).put("status", newest.status());
        }
        return told;
    }

    private ObjectNode person(TenantKey tenant, String id) {
        return Json.NODES
                .objectNode()
                .put("id", id)
                .put("name", directory.of(tenant).nameOf(id));
    }

    /** Null when it does not open any more. */
    private static @Nullable String reason(TenantKey tenant, UUID subject, Held held, KeyRing ring) {
        CellContext cell = cell(tenant, held.id(), subject);
        try {
            return ring.has(cell) ? ring.open(cell, held.reason()).asText() : null;
        } catch (IntegrityException changed) {
            return null;
        }
    }

    /** What the reason of a hold is sealed as. No form has this key, since none is an erasure's. */
    static CellContext cell(TenantKey tenant, UUID hold, UUID subject) {
        return new CellContext(tenant, FORM + "/" + REASON, hold, REASON, subject, KeyClass.S2);
    }
}
