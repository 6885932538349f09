package io.jianmi.core.outbox;

import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Where follow-ups go in. */
@Singleton
public final class Outbox {

    private final Event<OutboxCommitted> committed;

    public Outbox(Event<OutboxCommitted> committed) {
        this.committed = committed;
    }

    /** One insert for all messages, to be committed with what they follow. */
    public Write insert(TenantKey tenant, List<OutboxMessage> messages) {
        return Write.any(
                "insert into \"%s\".outbox (topic, key, body) select * from unnest($1::text[], $2::uuid[], $3::text[])"
                        .formatted(tenant.schema()),
                Tuple.of(
                        messages.stream().map(OutboxMessage::topic).toArray(String[]::new),
                        messages.stream().map(OutboxMessage::key).toArray(UUID[]::new),
                        messages.stream()
                                .map(message -> Json.write(message.body()))
                                .toArray(String[]::new)));
    }

    /** Removes a message together with its effect; a second delivery fails here and changes nothing. */
    public Write done(TenantKey tenant, long id) {
        return Write.one(
                "delete from \"%s\".outbox where id = $1".formatted(tenant.schema()),
                Tuple.of(id),
                OutboxProblem.ALREADY_HANDLED);
    }

    /**
     * Waits for the command of a message. Where it finds that its work is no longer wanted, nothing but the message changes:
     * that is put away.
     *
     * @param moot what the command fails with then
     */
    public Uni<Void> settle(TenantWriter writer, TenantKey tenant, long id, Uni<?> command, ProblemType moot) {
        return command.replaceWithVoid()
                .onFailure(failure -> failure instanceof ProblemException problem && problem.type() == moot)
                .recoverWithUni(() -> writer.commit(List.of(done(tenant, id))));
    }

    /** Wakes the relay after a commit; never blocks. */
    public void committed(TenantKey tenant) {
        committed.fire(new OutboxCommitted(tenant));
    }
}
