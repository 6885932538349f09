package io.jianmi.form.erasure;

import io.jianmi.core.crypto.KeyDestruction;
import io.jianmi.core.file.FileErasure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Files that her records hold or held. */
@Singleton
final class HeldFiles {

    private final FileErasure erasure;
    private final KeyDestruction keys;
    private final Pool pool;

    HeldFiles(FileErasure erasure, KeyDestruction keys, Pool pool) {
        this.erasure = erasure;
        this.keys = keys;
        this.pool = pool;
    }

    Uni<Map<String, Integer>> remove(Erasing erasing) {
        return pool.preparedQuery("select id, upload_subject from %s.file where record = any($1) or subject = $2"
                        .formatted(ErasureStore.quoted(erasing.tenant())))
                .execute(Tuple.tuple().addArrayOfUUID(erasing.ids()).addUUID(erasing.subject()))
                .chain(rows -> {
                    List<UUID> files = new ArrayList<>();
                    List<UUID> uploads = new ArrayList<>();
                    for (Row row : rows) {
                        files.add(row.getUUID(0));
                        uploads.add(row.getUUID(1));
                    }
                    return files.isEmpty()
                            ? Uni.createFrom().item(Map.<String, Integer>of())
                            : remove(erasing, files, uploads).replaceWith(Map.of("files", files.size()));
                });
    }

    /** The keys under which an upload had waited open an old copy of its name. */
    private Uni<Void> remove(Erasing erasing, List<UUID> files, List<UUID> uploads) {
        return Multi.createFrom()
                .iterable(uploads.stream().filter(Objects::nonNull).toList())
                .onItem()
                .transformToUniAndConcatenate(upload -> keys.destroy(erasing.tenant(), upload))
                .collect()
                .asList()
                .chain(() -> erasure.remove(erasing.tenant(), files));
    }
}
