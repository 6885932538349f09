package io.jianmi.core.file;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.FileKey;
import io.jianmi.core.crypto.FileLayout;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Files: receiving, attaching to a record, reading. Who may is decided by the caller. */
@Singleton
public final class Files {

    private final FileStore store;
    private final ObjectStore objects;
    private final DataKeys keys;
    private final CommandPipeline pipeline;
    private final KeepUploadHandler keeping;
    private final Idempotency idempotency;
    private final Ids ids;
    private final InstantSource clock;
    private final long largest;

    Files(
            FileStore store,
            ObjectStore objects,
            DataKeys keys,
            CommandPipeline pipeline,
            KeepUploadHandler keeping,
            Idempotency idempotency,
            Ids ids,
            InstantSource clock,
            @ConfigProperty(name = "jianmi.files.max-bytes", defaultValue = "209715200") long largest) {
        this.store = store;
        this.objects = objects;
        this.keys = keys;
        this.pipeline = pipeline;
        this.keeping = keeping;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
        this.largest = largest;
    }

    /** An upload that a record may take: opened, so that it can be judged and sealed anew. */
    public record Upload(StoredFile file, FileFacts facts, FileKey key) {}

    /** A file's facts by its id, as received. */
    record Received(UUID id, FileFacts facts) {}

    /**
     * A file that comes in. Whether it has come before is known once all of it is here: then it is dropped, and the one before answered.
     *
     * @param key the caller's for this request
     */
    Uni<Received> receive(Actor actor, HttpServerRequest request, @Nullable String key) {
        UUID id = ids.next();
        Reception reception = new Reception(actor.tenant(), id, FileKey.fresh(), objects, largest);
        return reception.receive(request).chain(facts -> {
            Optional<Idempotency.Request> named = Optional.ofNullable(key)
                    .map(word -> Idempotency.Request.of(
                            word, facts.name().getBytes(StandardCharsets.UTF_8), reception.digest()));
            return idempotency
                    .once(
                            actor,
                            named,
                            made -> again(actor, made.get(0), id, facts),
                            () -> keep(actor, id, facts, reception.key(), named).map(kept -> new Received(id, kept)))
                    .onFailure()
                    .call(() -> objects.delete(actor.tenant(), List.of(id)));
        });
    }

    /** What was received once more says the same of itself. */
    private Uni<Received> again(Actor actor, UUID earlier, UUID now, FileFacts facts) {
        return store.find(actor.tenant(), earlier)
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .call(() -> objects.delete(actor.tenant(), List.of(now)))
                .map(found -> new Received(earlier, facts));
    }

    private Uni<FileFacts> keep(
            Actor actor, UUID id, FileFacts facts, FileKey key, Optional<Idempotency.Request> request) {
        TenantKey tenant = actor.tenant();
        return keys.newSubject(tenant).chain(subject -> {
            FileHome home = FileHome.waiting(id, actor.id(), subject);
            return keys.ring(tenant, Set.of(subject), Set.of(home.keyClass())).chain(ring -> {
                Buffer told = Buffer.buffer(ring.seal(home.facts(tenant, id), facts.sealed()));
                Buffer wrapped = Buffer.buffer(key.wrap(ring, home.key(tenant, id)));
                return pipeline.run(keeping, new KeepUpload(id, subject, told, wrapped, facts, request), actor);
            });
        });
    }

    /** Those of the ids that are uploads of this actor which no record holds; any other is simply missing. */
    public Uni<Map<UUID, Upload>> uploads(Actor actor, Collection<UUID> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return store.waiting(actor, wanted)
                .chain(files -> keys.ring(actor.tenant(), subjects(files), Set.of(KeyClass.S3))
                        .map(ring -> {
                            Map<UUID, Upload> uploads = new HashMap<>();
                            files.forEach(
                                    file -> uploads.put(file.id(), new Upload(file, file.facts(ring), file.key(ring))));
                            return uploads;
                        }));
    }

    /**
     * Gives the upload to a record, under the key of its person.
     *
     * @param ring opens and seals for that person
     */
    public Write attach(Upload upload, FileHome home, KeyRing ring) {
        return FileStore.attach(upload.file(), upload.facts(), upload.key(), home, ring, clock.instant());
    }

    /** Takes files from a record; a chore removes them when nobody can want them back. */
    public Write detach(TenantKey tenant, UUID record, Collection<UUID> files) {
        return FileStore.detach(tenant, record, files, clock.instant());
    }

    /** Undoes {@link #detach}, while the chore has not removed them. */
    public Write bringBack(TenantKey tenant, UUID record, Collection<UUID> files) {
        return FileStore.bringBack(tenant, record, files);
    }

    /** A file that a record holds, or an upload that waits for one. */
    public Uni<Optional<StoredFile>> find(TenantKey tenant, UUID id) {
        return store.find(tenant, id);
    }

    /** The files of these records, one query. */
    public Uni<List<StoredFile>> of(TenantKey tenant, Collection<UUID> records) {
        return records.isEmpty() ? Uni.createFrom().item(List.of()) : store.of(tenant, records);
    }

    /** The key that opens the file's name and content. */
    public Uni<KeyRing> ring(StoredFile file) {
        return keys.ring(
                file.tenant(), Set.of(file.home().subject()), Set.of(file.home().keyClass()));
    }

    /**
     * Bytes of the file, one segment after the other, each only after it verified; one that does not ends the stream with
     * {@link io.jianmi.core.crypto.IntegrityException}.
     *
     * @param from first byte
     * @param to last byte
     */
    public Multi<byte[]> read(StoredFile file, FileFacts facts, KeyRing ring, long from, long to) {
        FileLayout layout = facts.layout();
        FileKey key = file.key(ring);
        int first = layout.segmentOf(from);
        int last = layout.segmentOf(to);
        return objects.get(file.tenant(), file.id(), 0)
                .onItem()
                .transformToMulti(begin -> Multi.createFrom()
                        .range(first, last + 1)
                        .onItem()
                        .transformToUniAndConcatenate(segment -> segment(file, segment, begin)
                                .map(body -> cut(
                                        key.open(file.tenant(), file.id(), layout, segment, begin, body),
                                        layout.clearStart(segment),
                                        from,
                                        to))));
    }

    private Uni<byte[]> segment(StoredFile file, int segment, byte[] begin) {
        return segment == 0 ? Uni.createFrom().item(begin) : objects.get(file.tenant(), file.id(), segment);
    }

    private static byte[] cut(byte[] clear, long start, long from, long to) {
        int begin = (int) Math.max(0, from - start);
        int end = (int) Math.min(clear.length, to - start + 1);
        return begin == 0 && end == clear.length ? clear : Arrays.copyOfRange(clear, begin, end);
    }

    private static Set<UUID> subjects(List<StoredFile> files) {
        return files.stream().map(file -> file.home().subject()).collect(Collectors.toSet());
    }
}
