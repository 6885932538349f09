package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.Waiting;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Files that other packages have made in the background: sealed as exports are, and kept as long. Who may have one made is theirs to say. */
@Singleton
public final class FileJobs {

    /** A job of no form. */
    private static final String NONE = "";

    private final JobStore jobs;
    private final Vault vault;
    private final Chunks chunks;
    private final ExchangeWorker worker;
    private final Ids ids;
    private final InstantSource clock;

    FileJobs(JobStore jobs, Vault vault, Chunks chunks, ExchangeWorker worker, Ids ids, InstantSource clock) {
        this.jobs = jobs;
        this.vault = vault;
        this.chunks = chunks;
        this.worker = worker;
        this.ids = ids;
        this.clock = clock;
    }

    /** A job that begins when the statement is committed. */
    public record Order(UUID id, Write write) {}

    /**
     * A job as it stands.
     *
     * @param status a word of {@link Job.Status}
     * @param problem code of what ended it
     */
    public record Standing(UUID id, String status, Instant expiresAt, Optional<String> problem, int parts) {

        public boolean ready(Instant now) {
            return status.equals(Job.Status.DONE.key()) && now.isBefore(expiresAt);
        }
    }

    /** @param kind of the {@link FileWork} that writes it */
    public Uni<Order> order(Actor actor, String kind, JsonNode options) {
        TenantKey tenant = actor.tenant();
        return vault.newSubject(tenant).chain(subject -> {
            Vault.Owner owner = new Vault.Owner(tenant, ids.next(), subject);
            return vault.seal(owner, JobOptions.PLACE, options)
                    .map(bytes -> new Order(owner.job(), JobStore.insert(job(actor, kind, owner, bytes))));
        });
    }

    private Job job(Actor actor, String kind, Vault.Owner owner, byte[] options) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Job(
                owner.tenant(),
                owner.job(),
                Job.Kind.of(kind),
                NONE,
                NONE,
                actor.id().value(),
                Job.Status.WAITING,
                false,
                owner.subject(),
                options,
                now,
                now.plus(JobStarter.KEPT),
                false,
                0,
                0,
                Optional.empty(),
                new Job.Counts(0, 0, 0, 0, 0, 0),
                Optional.empty());
    }

    /** Looks at once; never blocks. */
    public void wake(TenantKey tenant) {
        worker.wake(tenant);
    }

    /** Empty when it is forgotten. */
    public Uni<Optional<Standing>> standing(TenantKey tenant, UUID id) {
        return jobs.find(tenant, id)
                .map(found -> found.map(
                        job -> new Standing(id, job.status().key(), job.expiresAt(), job.problem(), job.chunks())));
    }

    /** The file in clear. Waits for the database: not for the event loop. */
    public void copy(TenantKey tenant, UUID id, OutputStream out) throws IOException {
        Optional<Job> job = Waiting.on(jobs.find(tenant, id));
        if (job.isPresent()) {
            for (int part = 0; part < job.get().chunks(); part++) {
                out.write(SealedOutput.bytes(Waiting.on(chunks.get(Vault.Owner.of(job.get()), part))));
            }
        }
    }
}
