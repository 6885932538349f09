package io.jianmi.form.erasure;

import io.jianmi.core.crypto.ErasureShadow;
import io.jianmi.core.crypto.KeyDestruction;
import io.jianmi.core.crypto.KeyPurge;
import io.jianmi.core.tenant.TenantKey;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does one step of an erasure; closing it is a command of its own ({@link CloseErasure}). */
@Singleton
final class Steps {

    private final ErasureStore store;
    private final ErasureShadow shadow;
    private final KeyDestruction keys;
    private final KeyPurge purge;
    private final Tombstones tombstones;
    private final HeldFiles files;
    private final HangingRows hanging;
    private final List<RecordTraces> traces;

    Steps(
            ErasureStore store,
            ErasureShadow shadow,
            KeyDestruction keys,
            KeyPurge purge,
            Tombstones tombstones,
            HeldFiles files,
            HangingRows hanging,
            @All List<RecordTraces> traces) {
        this.store = store;
        this.shadow = shadow;
        this.keys = keys;
        this.purge = purge;
        this.tombstones = tombstones;
        this.files = files;
        this.hanging = hanging;
        this.traces = List.copyOf(traces);
    }

    /** How much of what was done; empty when it cannot be said yet that all of it is. Repeatable. */
    Uni<Optional<Map<String, Integer>>> run(TenantKey tenant, Erasure erasure, Step step) {
        return switch (step) {
            case SHADOW ->
                shadow.cast(tenant, erasure.id(), erasure.subject(), erasure.askedAt())
                        .replaceWith(Optional.of(Map.of()));
            case KEYS -> keys.destroy(tenant, erasure.subject()).map(gone -> Optional.of(Map.of("keys", gone)));
            case RECORDS -> tombstones.mark(tenant, erasure.subject()).map(Optional::of);
            case TRACES -> erasing(tenant, erasure).chain(this::clear).map(Optional::of);
            case FILES -> erasing(tenant, erasure).chain(files::remove).map(Optional::of);
            case HANGING -> erasing(tenant, erasure).chain(hanging::clear).map(Optional::of);
            case ROWS -> erasing(tenant, erasure).chain(tombstones::remove).map(Optional::of);
            case PURGED -> purged(tenant, erasure);
            case SWEPT -> sweep(tenant, erasure).map(Optional::of);
            case CLOSED -> throw new IllegalArgumentException("an erasure is closed by a command");
        };
    }

    private Uni<Optional<Map<String, Integer>>> purged(TenantKey tenant, Erasure erasure) {
        return purge.ask(tenant, erasure.id(), erasure.subject())
                .chain(() -> purge.done(
                        erasure.id(), erasure.done(Step.KEYS).orElseThrow().at()))
                .map(done -> done ? Optional.of(Map.of()) : Optional.empty());
    }

    /** A key that somebody had in hand may have sealed a record while its table was walked; nobody has it any more. */
    private Uni<Map<String, Integer>> sweep(TenantKey tenant, Erasure erasure) {
        Map<String, Integer> all = new LinkedHashMap<>();
        return keys.destroy(tenant, erasure.subject())
                .chain(() -> tombstones.mark(tenant, erasure.subject()))
                .chain(() -> erasing(tenant, erasure))
                .chain(erasing -> clear(erasing)
                        .invoke(all::putAll)
                        .chain(() -> files.remove(erasing))
                        .invoke(all::putAll)
                        .chain(() -> hanging.clear(erasing))
                        .invoke(all::putAll)
                        .chain(() -> tombstones.remove(erasing)))
                .invoke(all::putAll)
                .replaceWith(all);
    }

    private Uni<Erasing> erasing(TenantKey tenant, Erasure erasure) {
        return store.records(tenant, erasure.subject())
                .map(records -> new Erasing(tenant, erasure.id(), erasure.subject(), records));
    }

    private Uni<Map<String, Integer>> clear(Erasing erasing) {
        Map<String, Integer> all = new LinkedHashMap<>();
        return Multi.createFrom()
                .iterable(traces)
                .onItem()
                .transformToUniAndConcatenate(trace -> trace.clear(erasing).invoke(all::putAll))
                .collect()
                .asList()
                .replaceWith(all);
    }
}
